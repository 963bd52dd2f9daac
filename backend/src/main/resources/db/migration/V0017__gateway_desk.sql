-- The operator's desk for reports to FK Gateway (docs/adr/0017): what somebody decided about a report, and a view of them without a citizen.

alter table gateway_report
  drop constraint gateway_report_state_check,
  drop constraint gateway_report_once,
  add column edition     int not null default 1 check (edition > 0),
  add column in_hand     boolean not null default false,
  add column skip_reason text check (length(skip_reason) <= 500),
  add column version     int not null default 1 check (version > 0),
  add constraint gateway_report_state_known
    check (state in ('WAITING', 'HELD', 'SENT', 'ACCEPTED', 'REFUSED', 'CORRECTED', 'SKIPPED')),
  add constraint gateway_report_once unique (municipality_id, citizen_id, day, holder, edition),
  add constraint gateway_report_in_hand check (in_hand <= (state = 'SENT')),
  add constraint gateway_report_skipped check ((state = 'SKIPPED') = (skip_reason is not null));
comment on column gateway_report.edition is 'Counts the reports of one day: another is made when somebody asked for what did not get through.';
comment on column gateway_report.in_hand is 'A worker is sending it, until next_attempt_at at the latest.';
comment on column gateway_report.skip_reason is 'personal: why it is not sent, in the words of staff';
comment on column gateway_report.version is 'Raised by what an administrator decides.';
-- A page of one state, in order of making; and when the gateway last took anything.
create index gateway_report_state on gateway_report (municipality_id, state, id);
create index gateway_report_accepted on gateway_report (municipality_id, accepted_at) where accepted_at is not null;

-- What an administrator, who may see no citizen, sees and decides of reports, and what the worker counts. Its owner's rights show it: the
-- policy of the table asks for a relation to the citizen, which an administrator has with nobody. The citizen's id tells which belong
-- together and is given to nobody; the number, the courses and what was told are not here.
create view gateway_desk with (security_barrier = true) as
  select municipality_id, id, version, number, citizen_id, holder, day, state, reason, findings, skip_reason, attempts, in_hand,
         next_attempt_at, made_at, sent_at, answered_at, accepted_at
    from gateway_report
   where exists (select from actor_scope s
                  where s.municipality_id = gateway_report.municipality_id and s.role in ('ADMINISTRATOR', 'WORKER')
                    and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid);
grant select, update (version, state, reason, findings, skip_reason, attempts, next_attempt_at, answered_at) on gateway_desk to genvej_app;
grant select on gateway_desk to genvej_worker;

-- That somebody asked for what is held or refused to be made anew at once.
create table gateway_waking (
  municipality_id int primary key references municipality,
  id              uuid not null default gen_random_uuid(),
  asked_at        timestamptz,
  version         int not null default 1 check (version > 0)
);
comment on column gateway_waking.asked_at is 'Empty once they have been made anew.';
call by_municipality('gateway_waking', 'select, insert, update');
