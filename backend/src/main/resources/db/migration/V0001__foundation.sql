-- What every later table stands on: municipalities, units, users, who may see which citizen, the change number of a citizen.
-- Its second half is V0001_1: the ledger, the logs and the locks on all of it. Design: docs/architecture.md "Data"; docs/adr/0003, 0004, 0005.

create table municipality (
  id             int primary key check (id between 101 and 999),
  name           text not null check (length(name) between 1 and 100),
  sor_code       text check (sor_code ~ '^[0-9]{11,20}$'),
  units_version  int not null default 1,
  time_shift     interval not null default interval '0',
  created_at     timestamptz not null default now()
);
comment on table municipality is 'Kommune. id is the official three-digit code; demo codes are unassigned ones.';
comment on column municipality.units_version is 'Raised by every change of a unit: a copy of the tree in memory is valid for one version.';
comment on column municipality.time_shift is 'Only the demo moves it, only forward; serve refuses to start when it is not zero.';

create table unit (
  municipality_id int not null references municipality,
  id              uuid not null,
  parent_id       uuid,
  kind            text not null check (kind in ('MUNICIPALITY', 'DISTRICT', 'CARE_AREA', 'CARE_TEAM', 'SUPPLIER')),
  name            text not null check (length(name) between 1 and 100),
  from_day        date not null default '2000-01-01',
  before_day      date,
  version         int not null default 1 check (version > 0),
  author_id       uuid,
  received_at     timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, parent_id) references unit,
  check ((kind = 'MUNICIPALITY') = (parent_id is null)),
  check (before_day > from_day)
);
create index unit_parent on unit (municipality_id, parent_id);
create unique index unit_one_root on unit (municipality_id) where kind = 'MUNICIPALITY';

comment on column unit.author_id is 'Empty for a unit that came with the municipality.';

create table app_user (
  municipality_id int not null references municipality,
  id              uuid not null,
  subject         text not null check (length(subject) between 1 and 255),
  name            text not null check (length(name) between 1 and 200),
  blocked_at      timestamptz,
  version         int not null default 1 check (version > 0),
  first_seen_at   timestamptz not null,
  primary key (municipality_id, id),
  constraint app_user_subject unique (municipality_id, subject)
);
alter table unit add foreign key (municipality_id, author_id) references app_user;
create index unit_author on unit (municipality_id, author_id);

-- The roles a user last arrived with. The token decides access; this copy serves lists of staff and substitutions.
create table membership (
  municipality_id int not null,
  user_id         uuid not null,
  role            text not null,
  unit_id         uuid not null,
  primary key (municipality_id, user_id, role, unit_id),
  foreign key (municipality_id, user_id) references app_user,
  foreign key (municipality_id, unit_id) references unit
);
create index membership_unit on membership (municipality_id, unit_id, role);

-- R31, R84: both days are part of the substitution (O16).
create table substitution (
  municipality_id int not null,
  id              uuid not null,
  absent_id       uuid not null,
  substitute_id   uuid not null,
  role            text not null check (role in ('THERAPIST', 'VISITATOR', 'COORDINATOR')),
  from_day        date not null,
  until_day       date not null,
  ended_on        date,
  version         int not null default 1 check (version > 0),
  author_id       uuid not null,
  received_at     timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, absent_id) references app_user,
  foreign key (municipality_id, substitute_id) references app_user,
  foreign key (municipality_id, author_id) references app_user,
  constraint substitution_days check (until_day >= from_day),
  constraint substitution_of_another check (absent_id <> substitute_id)
);
create index substitution_absent on substitution (municipality_id, absent_id);
create index substitution_substitute on substitution (municipality_id, substitute_id);
create index substitution_author on substitution (municipality_id, author_id);
comment on column substitution.ended_on is 'The first day without, when it was ended early.';

-- Every municipal choice, dated. The defaults and their sources are in dk.genvej.settings.Setting.
create table setting (
  municipality_id int not null references municipality,
  id              uuid not null,
  key             text not null,
  valid_from      date not null,
  value           text not null check (length(value) <= 2000),
  source          text not null check (length(source) between 1 and 500),
  author_id       uuid,
  received_at     timestamptz not null,
  primary key (municipality_id, id),
  constraint setting_once_a_day unique (municipality_id, key, valid_from),
  foreign key (municipality_id, author_id) references app_user
);
create index setting_author on setting (municipality_id, author_id);

-- One person's use of one device: what lies on it is kept apart by person (R69). The figures are what the device last said of itself.
create table device (
  municipality_id int not null,
  id              uuid not null,
  user_id         uuid not null,
  name            text not null check (length(name) between 1 and 100),
  client_version  text not null check (length(client_version) <= 14),
  push_token      text check (length(push_token) <= 4096),
  push_token_at   timestamptz,
  registered_at   timestamptz not null,
  last_pulled_at  timestamptz,
  last_pushed_at  timestamptz,
  waiting         int not null default 0 check (waiting >= 0),
  need_attention  int not null default 0 check (need_attention >= 0),
  oldest_waiting  timestamptz,
  clock_skew      int,
  revoked_at      timestamptz,
  revoked_by      uuid,
  revoked_reason  text check (length(revoked_reason) <= 1000),
  wiped_at        timestamptz,
  unsent_at_wipe  int check (unsent_at_wipe >= 0),
  version         int not null default 1 check (version > 0),
  primary key (municipality_id, id, user_id),
  foreign key (municipality_id, user_id) references app_user,
  foreign key (municipality_id, revoked_by) references app_user,
  constraint device_revoked check ((revoked_at is null) = (revoked_reason is null))
);
create index device_revoked_by on device (municipality_id, revoked_by);
create index device_silent on device (municipality_id, last_pulled_at);
comment on column device.clock_skew is 'Seconds its clock is ahead of ours.';
create index device_user on device (municipality_id, user_id);

-- What one actor may see: rows named by a hash of their own content (user, roles, units, substitutions of the day), so a row is
-- never changed and an actor whose roles change simply gets another name. docs/adr/0003.
create table actor_scope (
  municipality_id int not null references municipality,
  actor_key       uuid not null,
  kind            text not null,
  scope_id        uuid not null,
  role            text not null,
  primary key (municipality_id, actor_key, kind, scope_id, role)
);

-- Who has to do with a citizen, by day: [from_day, before_day). This is the table that row level security joins.
--   AREA         the citizen's care area (visitators and coordinators see by area)
--   COURSE_AREA  the care area of an open course (therapists see colleagues' open courses)
--   THERAPIST    a user responsible for a course (therapist or tovholder)
--   SERVING      the unit that serves the citizen (care staff, nurses, suppliers)
create table care_relation (
  municipality_id int not null references municipality,
  id              uuid not null,
  citizen_id      uuid not null,
  course_id       uuid,
  kind            text not null check (kind in ('AREA', 'COURSE_AREA', 'THERAPIST', 'SERVING')),
  scope_id        uuid not null,
  from_day        date not null,
  before_day      date,
  author_id       uuid,
  received_at     timestamptz not null,
  seq             bigint not null default 0,
  version         int not null default 1 check (version > 0),
  primary key (municipality_id, id),
  constraint care_relation_days check (before_day >= from_day),
  check ((kind in ('COURSE_AREA', 'THERAPIST')) = (course_id is not null))
);
create index care_relation_citizen on care_relation (municipality_id, citizen_id, kind, scope_id);
create index care_relation_scope on care_relation (municipality_id, kind, scope_id, citizen_id);
create index care_relation_course on care_relation (municipality_id, course_id) where course_id is not null;

-- The change number of a citizen (docs/adr/0004): a writing transaction locks the marker, raises it once, and every row it
-- writes about the citizen is stamped with the number. The lock lasts to commit, so per citizen number order is commit order.
create table citizen_change (
  municipality_id int not null references municipality,
  citizen_id      uuid not null,
  seq             bigint not null,
  raised_in       xid8 not null,
  primary key (municipality_id, citizen_id)
) with (fillfactor = 60);
