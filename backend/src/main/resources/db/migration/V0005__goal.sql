-- Goals (mål) in the citizen's words, scores by instrument, visits (besøg) and agreements (aftaler).

create table goal (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  condition_id        uuid not null,
  citizens_words      text not null check (length(citizens_words) between 1 and 2000),
  measure             text not null check (length(measure) between 1 and 1000),
  unit                text check (length(unit) <= 50),
  baseline            text not null check (length(baseline) between 1 and 500),
  baseline_value      numeric,
  baseline_on         date not null,
  target              text not null check (length(target) between 1 and 500),
  target_value        numeric,
  target_on           date not null,
  status              text not null check (status in ('OPEN', 'ACHIEVED', 'PARTLY', 'NOT_ACHIEVED')),
  agreed_with_citizen boolean not null,
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
  constraint goal_days check (target_on >= baseline_on),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course,
  foreign key (municipality_id, condition_id) references condition
);
create index goal_course on goal (municipality_id, course_id);
create index goal_citizen on goal (municipality_id, citizen_id);
create index goal_condition on goal (municipality_id, condition_id);
call of_the_field('goal', 'select, insert, update');

-- One scoring of one instrument on one day; items are its scores. Append-only: a wrong one is annulled and made again.
create table score (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  instrument          text not null check (length(instrument) <= 40),
  instrument_version  text not null check (length(instrument_version) <= 20),
  phase               text not null check (phase in ('BASELINE', 'INTERIM', 'FINAL', 'FOLLOW_UP')),
  scorer              text not null check (scorer in ('CITIZEN', 'CITIZEN_WITH_STAFF', 'PROXY', 'STAFF')),
  scored_on           date not null,
  items               jsonb not null,
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
  foreign key (municipality_id, course_id) references course
);
create index score_course on score (municipality_id, course_id);
create index score_citizen on score (municipality_id, citizen_id);
call of_the_field('score', 'select, insert, update (version, annulled_at, annulled_by, annulled_reason)');

create table visit (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  state               text not null check (state in ('PLANNED', 'CANCELLED', 'HELD', 'ANNULLED')),
  contact_type        text not null check (contact_type in ('HOME', 'SCREEN', 'PHONE', 'TEAM_MEETING')),
  visitor_id          uuid not null,
  planned_at          timestamptz,
  planned_minutes     numeric(6, 1) check (planned_minutes between 0 and 10080),
  held_at             timestamptz,
  minutes             numeric(6, 1) check (minutes between 0 and 10080),
  note                text check (length(note) <= 4000),
  cancel_reason       text check (length(cancel_reason) <= 2000),
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
  constraint visit_held check ((state = 'HELD') <= (held_at is not null and minutes is not null)),
  constraint visit_planned check (planned_at is not null or held_at is not null),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course,
  foreign key (municipality_id, visitor_id) references app_user
);
create index visit_course on visit (municipality_id, course_id);
create index visit_citizen on visit (municipality_id, citizen_id);
create index visit_today on visit (municipality_id, visitor_id, coalesce(held_at, planned_at));
call of_the_field('visit', 'select, insert, update');

create table agreement (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  actor_role          text not null check (length(actor_role) <= 40),
  unit_id             uuid,
  action              text not null check (length(action) between 1 and 1000),
  times_per_week      numeric(5, 1) not null check (times_per_week > 0),
  from_day            date not null,
  until_day           date not null,
  ended_on            date,
  end_reason          text check (length(end_reason) <= 2000),
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
  constraint agreement_days check (until_day >= from_day),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course,
  foreign key (municipality_id, unit_id) references unit
);
create index agreement_course on agreement (municipality_id, course_id);
create index agreement_citizen on agreement (municipality_id, citizen_id);
create index agreement_unit on agreement (municipality_id, unit_id);
call of_the_field('agreement', 'select, insert, update');
comment on column goal.citizens_words is 'personal: free text';
comment on column goal.measure is 'personal: free text';
comment on column goal.unit is 'personal: free text';
comment on column goal.baseline is 'personal: free text';
comment on column goal.baseline_value is 'personal: health';
comment on column goal.target is 'personal: free text';
comment on column goal.target_value is 'personal: health';
comment on column goal.status is 'personal: health';
comment on column goal.annulled_reason is 'personal: free text';
comment on column score.items is 'personal: health';
comment on column score.instrument is 'personal: health';
comment on column score.annulled_reason is 'personal: free text';
comment on column visit.note is 'personal: free text';
comment on column visit.cancel_reason is 'personal: free text';
comment on column visit.annulled_reason is 'personal: free text';
comment on column agreement.action is 'personal: free text';
comment on column agreement.end_reason is 'personal: free text';
comment on column agreement.annulled_reason is 'personal: free text';
comment on column agreement.actor_role is 'personal: care';
