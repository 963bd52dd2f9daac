-- The contact (henvendelse), its assessment, and the help figures before, shadow, after and at follow-up (O1, O2).

create table referral (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  state               text not null check (state in ('OPEN', 'SUITABLE', 'UNSUITABLE', 'REFERRED', 'LAPSED')),
  kind                text not null check (kind in ('HOME_CARE', 'CLEANING')),
  source              text not null check (length(source) <= 40),
  received_on         date not null,
  discharged_on       date,
  hospital            text check (length(hospital) <= 200),
  has_rehab_plan      boolean not null default false,
  assessed_on         date,
  assessed_by         uuid,
  reason              text check (length(reason) <= 40),
  individual_reason   text check (length(individual_reason) <= 4000),
  legal_basis         text check (length(legal_basis) <= 40),
  lapse_reason        text check (length(lapse_reason) <= 2000),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  -- R26: no assessment without an individual reason, suitable or not.
  constraint referral_individual_reason check (state not in ('SUITABLE', 'UNSUITABLE', 'REFERRED')
    or (assessed_on is not null and individual_reason is not null)),
  constraint referral_legal_basis check (state not in ('SUITABLE', 'REFERRED') or legal_basis is not null),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, assessed_by) references app_user
);
create index referral_assessed_by on referral (municipality_id, assessed_by);
create index referral_citizen on referral (municipality_id, citizen_id);
create index referral_worklist on referral (municipality_id, state, received_on);
call of_the_field('referral', 'select, insert, update');

create table help (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  referral_id         uuid not null,
  follow_up_id        uuid,
  moment              text not null check (moment in ('BEFORE', 'SHADOW', 'AFTER', 'FOLLOW_UP')),
  basis               text not null check (basis in ('MINUTES', 'COURSE_LEVEL')),
  not_assessed        boolean not null default false,
  minutes_per_week    numeric(7, 1) check (minutes_per_week >= 0),
  services            jsonb not null default '[]',
  course_level_code   text check (length(course_level_code) <= 40),
  recorded_on       date not null,
  reason              text check (length(reason) <= 2000),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint help_once unique nulls not distinct (municipality_id, referral_id, moment, follow_up_id),
  constraint help_figure check (not_assessed = (minutes_per_week is null)),
  check ((moment = 'FOLLOW_UP') = (follow_up_id is not null)),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, referral_id) references referral
);
create index help_citizen on help (municipality_id, citizen_id);
create index help_follow_up on help (municipality_id, follow_up_id) where follow_up_id is not null;
call of_the_field('help', 'select, insert, update');
comment on column referral.hospital is 'personal: health';
comment on column referral.reason is 'personal: health';
comment on column referral.individual_reason is 'personal: health, free text';
comment on column referral.lapse_reason is 'personal: free text';
comment on column help.services is 'personal: granted help';
comment on column help.minutes_per_week is 'personal: granted help';
comment on column help.course_level_code is 'personal: granted help';
comment on column help.reason is 'personal: free text';
