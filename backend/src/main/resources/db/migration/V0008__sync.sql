-- Offline sync (docs/adr/0004, 0012): the epoch, what each device holds, writes kept for later, and the registrations of agreements.

-- What somebody has to do with today, of all that ever was: read in every pull.
create index care_relation_standing on care_relation (municipality_id, kind, scope_id, coalesce(before_day, 'infinity'));

-- Drawn anew when the database turns out to be another than the devices knew: the newest row holds.
create table sync_epoch (
  municipality_id   int not null references municipality,
  id                uuid not null,
  -- The epoch before; unique, so that two instances that notice at once draw one.
  follows           uuid,
  drawn_at          timestamptz not null,
  reason            text not null check (reason in ('FIRST', 'CURSOR_AHEAD', 'RECEIPT_UNKNOWN', 'OTHER_CLUSTER', 'OTHER_TIMELINE', 'COMMAND')),
  system_identifier bigint not null,
  timeline          text not null check (length(timeline) = 8),
  primary key (municipality_id, id),
  constraint sync_epoch_once unique nulls not distinct (municipality_id, follows)
);
call by_municipality('sync_epoch', 'select, insert');

-- Which citizens a person's device holds, or held: what to take back, what a lost one had on it, and whose writes may still come.
create table device_holding (
  municipality_id int not null,
  device_id       uuid not null,
  user_id         uuid not null,
  citizen_id      uuid not null,
  since           timestamptz not null,
  removed_at      timestamptz,
  primary key (municipality_id, device_id, user_id, citizen_id),
  foreign key (municipality_id, device_id, user_id) references device,
  foreign key (municipality_id, citizen_id) references citizen
);
create index device_holding_citizen on device_holding (municipality_id, citizen_id);
create index device_holding_user on device_holding (municipality_id, user_id, citizen_id);
call by_municipality('device_holding', 'select, insert, update');

-- Writes that came and could not be carried out at once: HELD for one they depend on, WAITING for a decision because the author has
-- lost access. Nothing is ever removed from here.
create table kept_mutation (
  municipality_id int not null,
  id              uuid not null,
  user_id         uuid not null,
  device_id       uuid not null,
  operation       text not null check (length(operation) <= 60),
  path            jsonb not null default '{}',
  base_version    int,
  body            jsonb,
  body_hash       bytea not null check (length(body_hash) = 32),
  depends_on      uuid[] not null default '{}',
  recorded_at     timestamptz not null,
  received_at     timestamptz not null,
  citizen_id      uuid,
  state           text not null check (state in ('HELD', 'APPLIED', 'FAILED', 'WAITING', 'ACCEPTED', 'DISCARDED')),
  reason          text check (reason in ('ACCESS_ENDED', 'DEVICE_REVOKED', 'USER_BLOCKED')),
  assigned_to     uuid,
  decided_at      timestamptz,
  decided_by      uuid,
  decision        text check (length(decision) <= 1000),
  version         int not null default 1 check (version > 0),
  primary key (municipality_id, id),
  constraint kept_mutation_reason check ((state in ('HELD', 'APPLIED', 'FAILED')) or reason is not null),
  foreign key (municipality_id, user_id) references app_user,
  foreign key (municipality_id, assigned_to) references app_user,
  foreign key (municipality_id, decided_by) references app_user,
  foreign key (municipality_id, citizen_id) references citizen
);
create index kept_mutation_user on kept_mutation (municipality_id, user_id, state);
create index kept_mutation_citizen on kept_mutation (municipality_id, citizen_id, state);
create index kept_mutation_assigned on kept_mutation (municipality_id, assigned_to) where assigned_to is not null;
create index kept_mutation_decided on kept_mutation (municipality_id, decided_by);
comment on column kept_mutation.body is 'personal: a write as it was sent';
comment on column kept_mutation.path is 'personal: what the write is about';
comment on column kept_mutation.decision is 'personal: free text';
alter table kept_mutation enable row level security;
alter table kept_mutation force row level security;
-- An author without access may still hand in; what was handed in is seen by its author, by whom it was assigned to, and in scope.
create policy hand_in on kept_mutation for insert with check (municipality_id = nullif(current_setting('app.m', true), '')::int);
create policy seen on kept_mutation for select using (
  municipality_id = nullif(current_setting('app.m', true), '')::int
  and (exists (select from actor_scope s
                where s.municipality_id = kept_mutation.municipality_id and s.kind = 'SELF'
                  and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
                  and s.scope_id in (kept_mutation.user_id, kept_mutation.assigned_to))
       or exists (select from care_relation r
                    join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
                   where r.municipality_id = kept_mutation.municipality_id and r.citizen_id = kept_mutation.citizen_id
                     and s.role = 'COORDINATOR' and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
                     and r.from_day <= nullif(current_setting('app.today', true), '')::date
                     and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date))));
create policy decided on kept_mutation for update using (municipality_id = nullif(current_setting('app.m', true), '')::int);
grant select, insert, update on kept_mutation to genvej_app, genvej_worker;

-- What became of an agreement on one occasion (R20). Append-only: a wrong one is annulled.
create table registration (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  agreement_id        uuid not null,
  outcome             text not null check (outcome in ('DONE', 'DECLINED', 'NOT_POSSIBLE')),
  happened_at         timestamptz not null,
  note                text check (length(note) between 1 and 2000),
  annulled_at         timestamptz,
  annulled_by         uuid,
  annulled_reason     text check (length(annulled_reason) <= 2000),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course,
  foreign key (municipality_id, agreement_id) references agreement
);
create index registration_agreement on registration (municipality_id, agreement_id, happened_at);
create index registration_course on registration (municipality_id, course_id);
create index registration_citizen on registration (municipality_id, citizen_id);
call of_the_field('registration', 'select, insert, update (version, annulled_at, annulled_by, annulled_reason)');
comment on column registration.outcome is 'personal: care';
comment on column registration.note is 'personal: free text';
comment on column registration.annulled_reason is 'personal: free text';
