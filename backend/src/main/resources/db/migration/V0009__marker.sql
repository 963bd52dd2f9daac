-- The markers a transaction has raised stand in app.raised for its triggers: "municipality:citizen=number;" for each. Reading a setting
-- costs a row a tenth of looking its marker up behind row level security. Set for the transaction only, it goes back with a savepoint as
-- the marker does. It is set where a marker is locked and nowhere else.
create function raised_marker(municipality int, citizen uuid) returns bigint language plpgsql stable as $$
declare
  raised text := current_setting('app.raised', true);
  mine text := municipality || ':' || citizen || '=';
  place int := strpos(raised, mine);
begin
  return case when place > 0 then split_part(substr(raised, place + length(mine), 20), ';', 1)::bigint end;
end
$$;

-- Locks the citizen for the rest of the transaction and raises the change number once; answers the citizen.
create function raise_marker(municipality int, citizen uuid) returns uuid language plpgsql as $$
declare
  raised bigint := raised_marker(municipality, citizen);
begin
  if raised is null then
    update citizen_change c set seq = c.seq + (c.raised_in <> pg_current_xact_id())::int, raised_in = pg_current_xact_id()
     where c.municipality_id = municipality and c.citizen_id = citizen returning c.seq into strict raised;
    perform set_config('app.raised', coalesce(current_setting('app.raised', true), '') || municipality || ':' || citizen || '=' || raised || ';', true);
  end if;
  return citizen;
end
$$;

-- Stamps a row with the change number its transaction raised; refuses a write that skipped the marker. The generated citizen_id of
-- the citizen itself is not there yet before the row is written, hence its id.
create or replace function stamp_seq() returns trigger language plpgsql as $$
declare
  raised text := current_setting('app.raised', true);
  mine text := new.municipality_id || ':' || coalesce(new.citizen_id, new.id) || '=';
  place int := strpos(raised, mine);
begin
  if place > 0 then
    new.seq := split_part(substr(raised, place + length(mine), 20), ';', 1)::bigint;
    return new;
  end if;
  select c.seq into new.seq from citizen_change c
   where c.municipality_id = new.municipality_id and c.citizen_id = coalesce(new.citizen_id, new.id) and c.raised_in = pg_current_xact_id();
  if not found then
    raise exception 'table %: the marker of the citizen is not locked by this transaction', tg_table_name using errcode = 'GV001';
  end if;
  return new;
end
$$;
