-- The ledger of mutations, the versions, the logs and the events, and the locks on every table so far (V0001).

-- Every write that landed, for ever: a repeated Mutation-Id gets its first answer. No body is kept.
create table mutation (
  municipality_id int not null,
  id              uuid not null,
  user_id         uuid not null,
  device_id       uuid,
  operation       text not null,
  body_hash       bytea not null check (length(body_hash) = 32),
  status          smallint not null,
  resource_id     uuid not null,
  version         int not null,
  recorded_at     timestamptz not null,
  received_at     timestamptz not null,
  clock_ahead     int,
  primary key (municipality_id, id),
  foreign key (municipality_id, user_id) references app_user
);
comment on column mutation.clock_ahead is 'Seconds by which the times it told were put right: what was told is what stands plus this.';
create index mutation_user on mutation (municipality_id, user_id, received_at);

-- Full earlier forms of every editable record, written by trigger so that none can be missed.
create table record_version (
  municipality_id int not null,
  citizen_id      uuid not null,
  record_type     text not null,
  record_id       uuid not null,
  version         int not null,
  seq             bigint not null,
  content         jsonb not null,
  primary key (municipality_id, record_type, record_id, version)
);
create index record_version_citizen on record_version (municipality_id, citizen_id, record_type);
comment on column record_version.content is 'personal: the row as it stood in that version, CPR still sealed';

-- Logs and events are partitioned by month of receipt; the default partition takes what no month was made for.
create table change_log (
  municipality_id int not null,
  received_at     timestamptz not null,
  id              uuid not null,
  citizen_id      uuid,
  course_id       uuid,
  record_type     text not null,
  record_id       uuid not null,
  version         int not null,
  operation       text not null,
  author_id       uuid not null,
  device_id       uuid,
  mutation_id     uuid,
  happened_at     timestamptz not null,
  recorded_at     timestamptz not null,
  reason          text check (length(reason) <= 2000),
  primary key (municipality_id, received_at, id)
) partition by range (received_at);
create index change_log_record on change_log (municipality_id, record_id, version);
create index change_log_citizen on change_log (municipality_id, citizen_id, received_at);
comment on column change_log.reason is 'personal: why an entry was corrected or annulled, in the words of staff';

-- The outbox: one row per change (record + version). Consumers keep their own delivery rows.
create table event (
  municipality_id int not null,
  received_at     timestamptz not null,
  id              uuid not null,
  kind            text not null,
  citizen_id      uuid,
  course_id       uuid,
  record_type     text not null,
  record_id       uuid not null,
  version         int not null,
  historic        boolean not null,
  primary key (municipality_id, received_at, id)
) partition by range (received_at);
create index event_record on event (municipality_id, record_id, version);

create table access_log (
  municipality_id int not null,
  received_at     timestamptz not null,
  id              uuid not null,
  user_id         uuid,
  roles           text not null,
  operation       text not null,
  outcome         text not null check (outcome in ('DISCLOSED', 'DENIED', 'NOT_FOUND')),
  purpose         text check (length(purpose) <= 500),
  resource_id     uuid,
  citizens        uuid[] not null,
  device_id       uuid,
  request_id      uuid not null,
  primary key (municipality_id, received_at, id)
) partition by range (received_at);
create index access_log_user on access_log (municipality_id, user_id, received_at);

create table change_log_default partition of change_log default;
create table event_default partition of event default;
create table access_log_default partition of access_log default;

-- Makes the monthly partitions of all logs from one month to another, both included; existing ones stay.
create function ensure_months(first_day date, last_day date) returns void language plpgsql as $$
declare
  month date := date_trunc('month', first_day);
  parent text;
begin
  while month <= last_day loop
    foreach parent in array array['change_log', 'event', 'access_log'] loop
      execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
        parent || to_char(month, '_YYYY_MM'), parent, month::timestamptz, (month + interval '1 month')::timestamptz);
    end loop;
    month := month + interval '1 month';
  end loop;
end
$$;

create table notification (
  municipality_id int not null,
  id              uuid not null,
  recipient_id    uuid not null,
  kind            text not null check (kind ~ '^N[0-9]{1,2}$'),
  cause_id        uuid not null,
  due_on          date not null,
  citizen_id      uuid,
  course_id       uuid,
  send_at         timestamptz not null,
  sent_at         timestamptz,
  read_at         timestamptz,
  cancelled_at    timestamptz,
  primary key (municipality_id, id),
  -- R81: at most one per recipient, type, cause and due date.
  constraint notification_once unique (municipality_id, recipient_id, kind, cause_id, due_on),
  foreign key (municipality_id, recipient_id) references app_user
);
create index notification_citizen on notification (municipality_id, citizen_id);

-- Stamps a row with the change number its transaction raised; refuses a write that skipped the marker. The generated citizen_id of
-- the citizen itself is not there yet before the row is written, hence its id.
create function stamp_seq() returns trigger language plpgsql as $$
begin
  select c.seq into new.seq from citizen_change c
   where c.municipality_id = new.municipality_id and c.citizen_id = coalesce(new.citizen_id, new.id) and c.raised_in = pg_current_xact_id();
  if not found then
    raise exception 'table %: the marker of the citizen is not locked by this transaction', tg_table_name using errcode = 'GV001';
  end if;
  return new;
end
$$;

-- Keeps the new form of an editable record, and refuses a version that is not the next.
create function keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.version <> old.version + 1 then
    raise exception 'table %: version % does not follow %', tg_table_name, new.version, old.version using errcode = 'GV002';
  end if;
  insert into record_version (municipality_id, citizen_id, record_type, record_id, version, seq, content)
  values (new.municipality_id, new.citizen_id, tg_table_name, new.id, new.version, new.seq, to_jsonb(new));
  return null;
end
$$;

-- Locks a table by municipality alone.
create procedure by_municipality(tab text, grants text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', tab);
  execute format('alter table %I force row level security', tab);
  execute format($f$create policy own_municipality on %I using (municipality_id = nullif(current_setting('app.m', true), '')::int)$f$, tab);
  execute format('grant %s on %I to genvej_app, genvej_worker', grants, tab);
end
$$;

-- Locks a table of the field by municipality and by the actor's scope, and ties it to the change number and the versions.
create procedure of_the_field(tab text, grants text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', tab);
  execute format('alter table %I force row level security', tab);
  execute format($f$
    create policy in_scope on %1$I using (
      municipality_id = nullif(current_setting('app.m', true), '')::int
      and exists (
        select from care_relation r
          join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
         where r.municipality_id = %1$I.municipality_id and r.citizen_id = %1$I.citizen_id
           and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
           and r.from_day <= nullif(current_setting('app.today', true), '')::date
           and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date)))
    $f$, tab);
  execute format('grant %s on %I to genvej_app, genvej_worker', grants, tab);
  execute format('create trigger stamp_seq before insert or update on %I for each row execute function stamp_seq()', tab);
  execute format('create trigger keep_version after insert or update on %I for each row execute function keep_version()', tab);
end
$$;

-- The municipality table names itself by id.
alter table municipality enable row level security;
alter table municipality force row level security;
create policy own_municipality on municipality using (id = nullif(current_setting('app.m', true), '')::int);
grant select, update (units_version, time_shift) on municipality to genvej_app;
grant select on municipality to genvej_worker;

call by_municipality('unit', 'select, insert, update');
call by_municipality('app_user', 'select, insert, update');
call by_municipality('membership', 'select, insert, delete');
call by_municipality('substitution', 'select, insert, update');
call by_municipality('setting', 'select, insert');
call by_municipality('device', 'select, insert, update');
call by_municipality('actor_scope', 'select, insert');
call by_municipality('care_relation', 'select, insert, update');
create trigger stamp_seq before insert or update on care_relation for each row execute function stamp_seq();
create trigger keep_version after insert or update on care_relation for each row execute function keep_version();
call by_municipality('citizen_change', 'select, insert, update');
call by_municipality('mutation', 'select, insert');
call by_municipality('record_version', 'insert');
call by_municipality('change_log', 'insert');
call by_municipality('access_log', 'insert');
call by_municipality('notification', 'select, insert, update');

-- Earlier forms and the change log are read like the records they tell of; the policies above still hold for writing.
create policy in_scope on record_version as restrictive for select using (
  exists (select from care_relation r
            join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
           where r.municipality_id = record_version.municipality_id and r.citizen_id = record_version.citizen_id
             and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
             and r.from_day <= nullif(current_setting('app.today', true), '')::date
             and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date)));
create policy in_scope on change_log as restrictive for select using (
  exists (select from care_relation r
            join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
           where r.municipality_id = change_log.municipality_id and r.citizen_id = change_log.citizen_id
             and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
             and r.from_day <= nullif(current_setting('app.today', true), '')::date
             and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date)));
grant select on record_version, change_log to genvej_app;

-- The access log is read by log controllers only.
create policy log_controller on access_log as restrictive for select using (
  exists (select from actor_scope s
           where s.municipality_id = access_log.municipality_id and s.role = 'LOG_CONTROLLER'
             and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid));
grant select on access_log to genvej_app;

-- Events: requests only add; the worker reads those of all municipalities.
alter table event enable row level security;
alter table event force row level security;
create policy own_municipality on event for insert to genvej_app
  with check (municipality_id = nullif(current_setting('app.m', true), '')::int);
create policy all_municipalities on event for select to genvej_worker using (true);
grant insert on event to genvej_app;
grant select on event to genvej_worker;

-- Begins a transaction of the application: sets what the policies read, then answers what may have changed since the last one. One
-- round trip, in this order: each statement of a function sees what the one before it set. One row per lent unit, or one row
-- without; no row: the municipality is unknown here.
create function arrive(municipality int, today date, arriving text, expected_actor text)
returns table (user_id uuid, blocked boolean, units_version int, absent_id uuid, lent_role text, lent_unit_id uuid)
language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('app.m', arrive.municipality::text, true), set_config('app.today', to_char(arrive.today, 'YYYY-MM-DD'), true),
          set_config('app.actor', expected_actor, true);
  return query
    select u.id, u.blocked_at is not null, m.units_version, s.absent_id, s.role, a.unit_id
      from municipality m
      left join app_user u on u.municipality_id = m.id and u.subject = arriving
      left join substitution s on s.municipality_id = m.id and s.substitute_id = u.id
           and arrive.today between s.from_day and s.until_day and (s.ended_on is null or s.ended_on > arrive.today)
      left join membership a on a.municipality_id = m.id and a.user_id = s.absent_id and a.role = s.role
     where m.id = arrive.municipality;
end
$$;
