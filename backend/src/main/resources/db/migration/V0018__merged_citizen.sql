-- Two records of one citizen become one (R85, docs/adr/0023): the rows of the one that goes move, unchanged, to the one that stays, and
-- its own row becomes a record of that citizen, found by its number and seen by whoever sees the citizen.

-- citizen_id is what row level security and the versions go by. An expression cannot be changed before PostgreSQL 17, so the column is
-- made anew.
drop policy in_scope on citizen;
alter table citizen drop column citizen_id;
alter table citizen add column merged_into uuid check (merged_into <> id);
alter table citizen add column citizen_id uuid not null generated always as (coalesce(merged_into, id)) stored;
alter table citizen add foreign key (municipality_id, merged_into) references citizen;
create index citizen_merged_into on citizen (municipality_id, merged_into);
comment on column citizen.merged_into is 'The record of the same citizen that stays; empty for a citizen.';
create policy in_scope on citizen using (
  municipality_id = nullif(current_setting('app.m', true), '')::int
  and exists (select from care_relation r
                join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
               where r.municipality_id = citizen.municipality_id and r.citizen_id = citizen.citizen_id
                 and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
                 and r.from_day <= nullif(current_setting('app.today', true), '')::date
                 and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date)));

-- A record that stays may take over the number of one that went, and that one its: both are written before it is looked whether a number
-- stands twice.
alter table citizen drop constraint citizen_cpr;
alter table citizen add constraint citizen_cpr unique (municipality_id, cpr_index) deferrable;
create function exchange_numbers() returns int language plpgsql as $$
begin
  set constraints citizen_cpr deferred;
  return 1;
end
$$;

-- As stamp_seq; the generated citizen_id is not there yet before the row is written.
create function stamp_citizen_seq() returns trigger language plpgsql as $$
declare
  whose uuid := coalesce(new.merged_into, new.id);
begin
  new.seq := raised_marker(new.municipality_id, whose);
  if new.seq is null then
    select c.seq into new.seq from citizen_change c
     where c.municipality_id = new.municipality_id and c.citizen_id = whose and c.raised_in = pg_current_xact_id();
    if not found then
      raise exception 'table %: the marker of the citizen is not locked by this transaction', tg_table_name using errcode = 'GV001';
    end if;
  end if;
  return new;
end
$$;
drop trigger stamp_seq on citizen;
create trigger stamp_seq before insert or update on citizen for each row execute function stamp_citizen_seq();

-- Whoever waited for the marker of a record that was merged meanwhile begins again, and finds its rows where they are now.
alter table citizen_change add column merged boolean not null default false;
create function refuse_merged() returns trigger language plpgsql as $$
begin
  raise exception 'the record was merged into another of the same citizen meanwhile' using errcode = '40001';
end
$$;
create trigger refuse_merged before update on citizen_change for each row when (old.merged) execute function refuse_merged();

-- Keeps the new form of an editable record, and refuses a version that is not the next. A row that moves to the record its citizen was
-- merged into is no new form: it may change in nothing else. The record that stays goes on above the versions of the one that went, so
-- that an edit which rests on one of those is never taken for one of its own.
create or replace function keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name <> 'citizen' and new.citizen_id <> old.citizen_id then
    if to_jsonb(new) - array['citizen_id', 'seq'] <> to_jsonb(old) - array['citizen_id', 'seq']
       or not exists (select from citizen c where c.municipality_id = old.municipality_id and c.id = old.citizen_id
                         and c.merged_into = new.citizen_id) then
      raise exception 'table %: a row belongs to one citizen, except for a merge', tg_table_name using errcode = 'GV003';
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.version <> old.version + 1
     and not (tg_table_name = 'citizen' and new.version > old.version
              and exists (select from citizen c where c.municipality_id = new.municipality_id and c.merged_into = new.id
                             and c.version = new.version - 1)) then
    raise exception 'table %: version % does not follow %', tg_table_name, new.version, old.version using errcode = 'GV002';
  end if;
  insert into record_version (municipality_id, citizen_id, record_type, record_id, version, seq, content)
  values (new.municipality_id, new.citizen_id, tg_table_name, new.id, new.version, new.seq, to_jsonb(new));
  return null;
end
$$;

-- Of two conditions of one code that came together, one stands; the other is kept for the course that found it.
alter table condition drop constraint condition_once;
create unique index condition_once on condition (municipality_id, citizen_id, code) where active;
create index condition_citizen on condition (municipality_id, citizen_id);

-- R32 as before. What two records of one citizen were asked about the citizen as a whole stands open once.
alter table task drop constraint task_once;
create unique index task_once on task (municipality_id, citizen_id, course_id, kind) nulls not distinct
  where state = 'OPEN' or course_id is not null;
create index task_citizen on task (municipality_id, citizen_id);

-- Moves everything of the record that goes to the one that stays; both markers are locked. Under row level security like any other
-- statement, but as owner, as nobody else may rewrite whose an append-only row is. What stays behind tells what happened to that record:
-- the logs, the events, what a device holds, and what was reported under its number. Answers the records that went, with their versions.
create function merge_citizen(municipality int, gone uuid, staying uuid, happened timestamptz, recorded timestamptz,
                              received timestamptz, author uuid, device uuid, mutation uuid)
returns table (id uuid, version int) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  before bigint := raised_marker(municipality, staying);
  after bigint;
  tab text;
begin
  -- Whoever has seen a row under the number of the record that goes finds a higher one on it.
  update citizen_change s set seq = greatest(s.seq, g.seq) from citizen_change g
   where s.municipality_id = municipality and s.citizen_id = staying and s.raised_in = pg_current_xact_id()
     and g.municipality_id = municipality and g.citizen_id = gone and g.raised_in = pg_current_xact_id()
  returning s.seq into strict after;
  perform set_config('app.raised', replace(current_setting('app.raised', true),
    municipality || ':' || staying || '=' || before || ';', municipality || ':' || staying || '=' || after || ';'), true);
  update citizen_change set merged = true where municipality_id = municipality and citizen_id = gone;

  return query
    update citizen c
       set merged_into = staying, version = c.version + 1, stamp_happened_at = happened, stamp_recorded_at = recorded,
           stamp_received_at = received, stamp_author_id = author, stamp_device_id = device, stamp_mutation_id = mutation
     where c.municipality_id = municipality and (c.id = gone or c.merged_into = gone)
    returning c.id, c.version;

  -- The relations last, as the rest is only seen by them.
  for tab in
    select t.relname from (
      select r.relname from pg_trigger g join pg_class r on r.oid = g.tgrelid
       where g.tgname = 'stamp_seq' and r.relnamespace = 'public'::regnamespace and r.relname <> 'citizen'
      union all select unnest(array['record_version', 'notice', 'notification', 'kept_mutation'])) t
     order by t.relname = 'care_relation', t.relname
  loop
    execute format('update %I set citizen_id = $1 where municipality_id = $2 and citizen_id = $3', tab)
      using staying, municipality, gone;
  end loop;
  update imported_row set record_id = staying
   where municipality_id = municipality and file_kind = 'CITIZENS' and record_id = gone;
  insert into device_holding (municipality_id, device_id, user_id, citizen_id, since, removed_at)
  select h.municipality_id, h.device_id, h.user_id, staying, h.since, coalesce(h.removed_at, received) from device_holding h
   where h.municipality_id = municipality and h.citizen_id = gone
  on conflict do nothing;
end
$$;
revoke execute on function merge_citizen from public;
grant execute on function merge_citizen to genvej_app;

-- What was reported of a record that went is seen by whoever sees the citizen. A value rather than EXISTS, which PostgreSQL may answer
-- by reading all citizens first.
drop policy in_scope on gateway_report;
create policy in_scope on gateway_report as restrictive for select to genvej_app using (
  (select c.id from citizen c where c.municipality_id = gateway_report.municipality_id and c.id = gateway_report.citizen_id) is not null);
drop policy in_scope on gateway_resource;
create policy in_scope on gateway_resource as restrictive for select to genvej_app using (
  (select c.id from citizen c where c.municipality_id = gateway_resource.municipality_id and c.id = gateway_resource.citizen_id) is not null);

-- So is what was logged of it, also for the worker, which goes by it.
drop policy in_scope on change_log;
create policy in_scope on change_log as restrictive for select using (
  exists (select from care_relation r
            join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
           where r.municipality_id = change_log.municipality_id and r.citizen_id = change_log.citizen_id
             and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid
             and r.from_day <= nullif(current_setting('app.today', true), '')::date
             and (r.before_day is null or r.before_day > nullif(current_setting('app.today', true), '')::date))
  or (select c.merged_into from citizen c
       where c.municipality_id = change_log.municipality_id and c.id = change_log.citizen_id) is not null);
