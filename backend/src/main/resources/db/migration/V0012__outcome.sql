-- What a course gave, as it is told to central tracking (O15, docs/adr/0020): versions that are only ever added, and what became of
-- each at each receiver. No name, CPR number, address or text; a course goes by a random id that is not its key here.

-- One per course (its id is the course's): whether it was drawn for a followed-up cohort (T13).
create table cohort (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  member              boolean not null,
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
  foreign key (municipality_id, id) references course
);
create index cohort_citizen on cohort (municipality_id, citizen_id);
call of_the_field('cohort', 'select, insert, update');

-- The random id a course goes by outside, and how many outcomes it has had. The only way from an outcome back to a citizen.
create table outcome_course (
  municipality_id int not null,
  course_id       uuid not null,
  tracking_id     uuid not null,
  latest_version  int not null check (latest_version > 0),
  primary key (municipality_id, course_id),
  constraint outcome_course_tracking unique (municipality_id, tracking_id),
  foreign key (municipality_id, course_id) references course
);
call by_municipality('outcome_course', 'select, insert, update (latest_version)');

create table outcome (
  municipality_id     int not null,
  tracking_id         uuid not null,
  version             int not null check (version > 0),
  event               text not null check (event in ('COMPLETED', 'STOPPED', 'FOLLOW_UP')),
  operation           text not null check (operation in ('NEW', 'CORRECTION', 'ANNULLED')),
  supersedes          int,
  superseded_by       int,
  event_on            date not null,
  district_id         uuid not null,
  serving_unit_id     uuid,
  age_band            text not null check (length(age_band) <= 20),
  lives_alone         boolean,
  legal_basis         text not null check (length(legal_basis) <= 40),
  intervention_type   text check (length(intervention_type) <= 40),
  referral_reason     text check (length(referral_reason) <= 40),
  started_on          date not null,
  due_on              date not null,
  evaluated_on        date,
  completed_on        date,
  stopped_on          date,
  stop_reason         text check (length(stop_reason) <= 40),
  stop_week           int check (stop_week > 0),
  before_minutes      numeric(7, 1),
  before_basis        text check (before_basis in ('MINUTES', 'COURSE_LEVEL')),
  shadow_minutes      numeric(7, 1),
  shadow_basis        text check (shadow_basis in ('MINUTES', 'COURSE_LEVEL')),
  after_minutes       numeric(7, 1),
  after_basis         text check (after_basis in ('MINUTES', 'COURSE_LEVEL')),
  category            text check (category in ('SELF_RELIANT', 'LESS_HELP', 'UNCHANGED', 'MORE_HELP', 'NOT_COMPUTABLE')),
  category_reason     text check (length(category_reason) <= 40),
  goals_met           int check (goals_met >= 0),
  goals_total         int check (goals_total >= goals_met),
  visits              int check (visits >= 0),
  visit_minutes       numeric(9, 1) check (visit_minutes >= 0),
  follow_up_month     int check (follow_up_month between 1 and 60),
  follow_up_minutes   numeric(7, 1),
  follow_up_basis     text check (follow_up_basis in ('MINUTES', 'COURSE_LEVEL')),
  follow_up_result    text check (follow_up_result in ('CONTINUES', 'CHANGED', 'ENDED', 'REVISITATION')),
  cohort              boolean not null,
  definition_version  text not null check (length(definition_version) <= 20),
  historic            boolean not null,
  content_hash        text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  cause_type          text not null check (length(cause_type) <= 40),
  cause_id            uuid not null,
  cause_version       int not null,
  written_at          timestamptz not null,
  primary key (municipality_id, tracking_id, version),
  foreign key (municipality_id, tracking_id) references outcome_course (municipality_id, tracking_id),
  constraint outcome_supersedes check ((operation = 'NEW') = (supersedes is null)),
  constraint outcome_earlier check (supersedes < version and superseded_by > version),
  constraint outcome_follow_up check ((event = 'FOLLOW_UP') = (follow_up_month is not null)
    and (follow_up_month is null) = (follow_up_minutes is null))
);
create index outcome_month on outcome (municipality_id, event_on, event) where superseded_by is null and operation <> 'ANNULLED';
create index outcome_cause on outcome (municipality_id, cause_id, cause_version);
call by_municipality('outcome', 'select, insert, update (superseded_by)');
comment on table outcome is 'Pseudonymous: one row per version of what a course gave. Columns: docs/outcome.md.';
comment on column outcome.superseded_by is 'The version that names this one; kept beside it so that totals need no look at the others.';
comment on column outcome.historic is 'Told by an import or the demo, or found afterwards: it counts, and nobody was notified.';
comment on column outcome.cause_id is 'The change it was written for, with cause_version: record and version of the change log.';

create table outcome_instrument (
  municipality_id     int not null,
  tracking_id         uuid not null,
  version             int not null,
  instrument          text not null check (length(instrument) <= 40),
  instrument_version  text not null check (length(instrument_version) <= 20),
  scale               text not null check (length(scale) <= 40),
  items               int not null check (items > 0),
  before_total        numeric not null,
  after_total         numeric not null,
  before_mean         numeric not null,
  after_mean          numeric not null,
  change              numeric not null,
  scorer_class        text not null check (scorer_class in ('CITIZEN', 'PROXY', 'STAFF')),
  primary key (municipality_id, tracking_id, version, instrument, instrument_version, scale),
  foreign key (municipality_id, tracking_id, version) references outcome
);
call by_municipality('outcome_instrument', 'select, insert');
comment on column outcome_instrument.before_total is 'Over the matched items: with after_total and items it gives exact means, which thresholds compare.';

-- What counts: the latest standing row of each course, event and follow-up month (O15).
create view outcome_standing with (security_invoker = true) as
  select * from outcome where superseded_by is null and operation <> 'ANNULLED';
grant select on outcome_standing to genvej_app, genvej_worker;

-- Who is told, of which municipality; a receiver added later starts with what is new.
create table outcome_receiver (
  municipality_id int not null references municipality,
  id              uuid not null default gen_random_uuid(),
  name            text not null check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  since           timestamptz not null,
  hold_until      timestamptz,
  hold_reason     text check (length(hold_reason) <= 200),
  failures        int not null default 0 check (failures >= 0),
  accepted_at     timestamptz,
  reconcile_at    timestamptz,
  version         int not null default 1 check (version > 0),
  primary key (municipality_id, name),
  constraint outcome_receiver_id unique (municipality_id, id)
);
comment on column outcome_receiver.hold_until is 'Nothing is sent before: the receiver said so, or did not answer several times running.';
comment on column outcome_receiver.reconcile_at is 'When the months are to be compared next.';

-- What became of a version at a receiver: written in the transaction of the outcome, carried on by the worker.
create table outcome_delivery (
  municipality_id int not null,
  id              uuid not null default gen_random_uuid(),
  receiver        text not null,
  tracking_id     uuid not null,
  version         int not null,
  state           text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'PARKED', 'SKIPPED', 'SUPERSEDED')),
  enqueued_at     timestamptz not null,
  attempts        int not null default 0 check (attempts >= 0),
  refusals        int not null default 0 check (refusals >= 0),
  next_at         timestamptz not null,
  claimed_until   timestamptz,
  ended_at        timestamptz,
  status          int,
  reason          text check (length(reason) <= 500),
  row_version     int not null default 1 check (row_version > 0),
  primary key (municipality_id, receiver, tracking_id, version),
  constraint outcome_delivery_id unique (municipality_id, id),
  foreign key (municipality_id, receiver) references outcome_receiver,
  foreign key (municipality_id, tracking_id, version) references outcome
);
create index outcome_delivery_outcome on outcome_delivery (municipality_id, tracking_id, version);
create index outcome_delivery_waiting on outcome_delivery (municipality_id, receiver, next_at) where state = 'WAITING';
create index outcome_delivery_open on outcome_delivery (municipality_id, receiver, tracking_id, version) where state in ('WAITING', 'PARKED');
comment on column outcome_delivery.refusals is 'How often the receiver said that it is wrong (4xx); a parked one has reached the limit.';
comment on column outcome_delivery.claimed_until is 'A worker is sending it; after this it may be sent again, as a repeated PUT is harmless.';

-- How a month agreed with what the receiver holds, when it was last compared.
create table outcome_reconciliation (
  municipality_id int not null,
  receiver        text not null,
  month           date not null,
  our_count       int not null,
  our_hash        text not null check (length(our_hash) = 64),
  their_count     int not null,
  their_hash      text not null check (length(their_hash) = 64),
  compared_at     timestamptz not null,
  primary key (municipality_id, receiver, month),
  foreign key (municipality_id, receiver) references outcome_receiver
);

-- The worker delivers for all municipalities; it names one before it reads an outcome.
do $$
declare
  tab text;
begin
  foreach tab in array array['outcome_receiver', 'outcome_delivery', 'outcome_reconciliation'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format($f$create policy own_municipality on %I to genvej_app, genvej_owner using (municipality_id = nullif(current_setting('app.m', true), '')::int)$f$, tab);
    execute format('create policy all_municipalities on %I to genvej_worker using (true)', tab);
    execute format('grant select, insert, update on %I to genvej_app, genvej_worker', tab);
  end loop;
end
$$;
