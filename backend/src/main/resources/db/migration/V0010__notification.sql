-- The worker: its tasks, how it enters a municipality, the months of the logs. Then what is to be told and who has been told (O13, R81).

-- The recurring tasks of the worker, one row each, picked by one instance at a time (docs/adr/0018). The columns are db-scheduler's.
create table worker_task (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index worker_task_due on worker_task (execution_time);
create index worker_task_heartbeat on worker_task (last_heartbeat);
alter table worker_task enable row level security;
alter table worker_task force row level security;
create policy worker_alone on worker_task to genvej_worker using (true);
grant select, insert, update, delete on worker_task to genvej_worker;

-- Which municipalities there are: the worker takes them one at a time.
create policy all_municipalities on municipality for select to genvej_worker using (true);

-- The worker names one municipality and sees all its citizens for the rest of the transaction. Its scope is every unit there is, under
-- a key of its own for each version of the tree; it is nobody on the staff.
create function enter_as_worker(municipality int, today date) returns void language plpgsql as $$
declare
  worker uuid;
begin
  perform set_config('app.m', municipality::text, true), set_config('app.today', to_char(today, 'YYYY-MM-DD'), true);
  select md5('worker ' || m.id || ' ' || m.units_version)::uuid into strict worker from municipality m where m.id = municipality;
  if not exists (select from actor_scope s where s.municipality_id = municipality and s.actor_key = worker) then
    insert into actor_scope (municipality_id, actor_key, kind, scope_id, role)
    select u.municipality_id, worker, 'AREA', u.id, 'WORKER' from unit u where u.municipality_id = municipality
    on conflict do nothing;
  end if;
  perform set_config('app.actor', worker::text, true);
end
$$;
revoke execute on function enter_as_worker from public;
grant execute on function enter_as_worker to genvej_worker;

-- The months of the logs are made as their owner, as only the owner may; a month that has rows in the default partition stays there.
create or replace function ensure_months(first_day date, last_day date) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  month date := date_trunc('month', first_day);
  parent text;
begin
  while month <= last_day loop
    foreach parent in array array['change_log', 'event', 'access_log'] loop
      begin
        execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
          parent || to_char(month, '_YYYY_MM'), parent, month::timestamptz, (month + interval '1 month')::timestamptz);
      exception when check_violation then
        raise warning 'the rows of % in % stay in its default partition', month, parent;
      end;
    end loop;
    month := month + interval '1 month';
  end loop;
end
$$;
revoke execute on function ensure_months from public;
grant execute on function ensure_months to genvej_worker;

-- What is to be told (varsel): planned in the transaction of its cause, told by the worker when its time has come. Who is told is found
-- then, as therapist, visitator, contact persons and substitutes are of the day (O13, O16; docs/adr/0019).
create table notice (
  municipality_id int not null,
  id              uuid not null,
  kind            text not null check (kind ~ '^N[0-9]{1,2}$'),
  cause_id        uuid not null,
  due_on          date not null,
  citizen_id      uuid not null,
  course_id       uuid not null,
  send_at         timestamptz not null,
  told_at         timestamptz,
  told            smallint check (told >= 0),
  cancelled_at    timestamptz,
  primary key (municipality_id, id),
  constraint notice_once unique (municipality_id, kind, cause_id, due_on),
  constraint notice_told check ((told_at is null) = (told is null)),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index notice_citizen on notice (municipality_id, citizen_id);
create index notice_course on notice (municipality_id, course_id);
create index notice_due on notice (municipality_id, send_at) where told_at is null and cancelled_at is null;
create index notice_nobody on notice (municipality_id, told_at) where told = 0;
call by_municipality('notice', 'select, insert, update');
create policy all_municipalities on notice for select to genvej_worker using (true);
comment on column notice.told is 'How many were told; 0 when there was nobody.';

-- The worker finds what is to be pushed over all municipalities; people read theirs, newest first.
create policy all_municipalities on notification for select to genvej_worker using (true);
create index notification_inbox on notification (municipality_id, recipient_id, sent_at desc, id desc) where cancelled_at is null;
create index notification_unread on notification (municipality_id, recipient_id) where read_at is null and cancelled_at is null;
create index notification_course on notification (municipality_id, course_id);
alter table notification add column version int not null default 1 check (version > 0);

-- What somebody wants to be woken for. The inbox has all of it whatever they choose, and N6, the escalation, cannot be muted.
create table notification_preference (
  municipality_id int not null,
  user_id         uuid not null,
  muted           text[] not null default '{}',
  quiet_from      time,
  quiet_until     time,
  version         int not null default 1 check (version > 0),
  primary key (municipality_id, user_id),
  foreign key (municipality_id, user_id) references app_user,
  constraint notification_preference_muted
    check (muted <@ array['N1', 'N2', 'N3', 'N4', 'N5', 'N7', 'N8', 'N9', 'N10', 'N11', 'N12']),
  constraint notification_preference_quiet check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);
call by_municipality('notification_preference', 'select, insert, update');

-- A contact person of the serving unit (R57): a relation that opens no access, as no scope has its kind.
alter table care_relation drop constraint care_relation_kind_check;
alter table care_relation add constraint care_relation_kind_check
  check (kind in ('AREA', 'COURSE_AREA', 'THERAPIST', 'SERVING', 'CONTACT'));
