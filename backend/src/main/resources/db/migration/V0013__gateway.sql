-- Reports to KL's FK Gateway (docs/adr/0017): one per citizen and day, the resources it tells in the form they were told, and which days
-- are made. Rows are added and change their state; none is rewritten, as a report that was sent stays what was sent.

create table gateway_report (
  municipality_id int not null,
  id              uuid not null,
  number          bigint not null generated always as identity,
  citizen_id      uuid not null,
  holder          int not null check (holder > 0),
  day             date not null,
  guide           text not null check (length(guide) <= 10),
  state           text not null check (state in ('WAITING', 'HELD', 'SENT', 'ACCEPTED', 'REFUSED', 'CORRECTED')),
  reason          text check (length(reason) <= 40),
  findings        jsonb not null default '[]',
  courses         uuid[] not null,
  cpr_sealed      bytea not null,
  attempts        int not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  made_at         timestamptz not null,
  sent_at         timestamptz,
  answered_at     timestamptz,
  accepted_at     timestamptz,
  primary key (municipality_id, id),
  constraint gateway_report_once unique (municipality_id, citizen_id, day, holder),
  constraint gateway_report_reason check ((state in ('HELD', 'REFUSED')) <= (reason is not null)),
  constraint gateway_report_accepted check ((state = 'ACCEPTED') <= (accepted_at is not null)),
  foreign key (municipality_id, citizen_id) references citizen
);
create index gateway_report_citizen on gateway_report (municipality_id, citizen_id, number);
create index gateway_report_due on gateway_report (municipality_id, next_attempt_at, number) where state in ('WAITING', 'SENT');
create index gateway_report_open on gateway_report (municipality_id, day) where state in ('WAITING', 'SENT', 'HELD', 'REFUSED');
comment on table gateway_report is 'Indberetning. Its id is the bundle''s, chosen here and never used again.';
comment on column gateway_report.number is 'In which order they were made: those of a citizen are sent in it.';
comment on column gateway_report.holder is 'Counts the CPR numbers of the citizen: under another number all of it is told anew.';
comment on column gateway_report.findings is 'personal: health, as far as a condition is named';
comment on column gateway_report.cpr_sealed is 'personal: civil registration number it was made for, sealed';

create table gateway_resource (
  municipality_id int not null,
  report_id       uuid not null,
  position        int not null check (position >= 0),
  citizen_id      uuid not null,
  resource_id     uuid not null,
  kind            text not null check (length(kind) <= 40),
  source          text not null check (length(source) <= 200),
  generation      int not null check (generation > 0),
  identity        text not null check (length(identity) <= 200),
  course_id       uuid,
  changed         boolean not null,
  content         jsonb not null,
  primary key (municipality_id, report_id, position),
  foreign key (municipality_id, report_id) references gateway_report,
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index gateway_resource_citizen on gateway_resource (municipality_id, citizen_id);
create index gateway_resource_course on gateway_resource (municipality_id, course_id);
comment on column gateway_resource.source is 'personal: which record of ours it tells of';
comment on column gateway_resource.identity is 'personal: health, as what may not change without a new resource';
comment on column gateway_resource.content is 'personal: health; the CPR number is left out and put in when it is sent';

-- Days that are made, so that a server that was down makes each of those it missed.
create table gateway_day (
  municipality_id int not null references municipality,
  day             date not null,
  made_at         timestamptz not null,
  reports         int not null check (reports >= 0),
  primary key (municipality_id, day)
);

call by_municipality('gateway_report', 'select, insert, update');
call by_municipality('gateway_resource', 'select, insert');
call by_municipality('gateway_day', 'select, insert');

-- Whoever may see the citizen may see what was reported of the citizen; the worker sees those of its municipality.
create policy in_scope on gateway_report as restrictive for select to genvej_app using (
  exists (select from care_relation r
            join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
           where r.municipality_id = gateway_report.municipality_id and r.citizen_id = gateway_report.citizen_id
             and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
             and r.from_day <= nullif(current_setting('app.today', true), '')::date
             and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date)));
create policy in_scope on gateway_resource as restrictive for select to genvej_app using (
  exists (select from care_relation r
            join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
           where r.municipality_id = gateway_resource.municipality_id and r.citizen_id = gateway_resource.citizen_id
             and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
             and r.from_day <= nullif(current_setting('app.today', true), '')::date
             and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date)));

-- The worker tells how the record stood on an evening, and whom a day changed.
grant select on record_version, change_log to genvej_worker;
