-- The three database roles of an installation. Run once, as a superuser, on the cluster; the demo and the tests run this very file.
-- Then: alter role ... password '...'; create database genvej owner genvej_owner.
--
--   genvej_owner   owns the schema, runs the migrations, is never used by the running server
--   genvej_app     answers requests; owns nothing and cannot pass row level security
--   genvej_worker  delivers events in the background; sees event and delivery rows of all municipalities,
--                  and must name one municipality before it sees any row of the field
do $$
declare
  name text;
begin
  foreach name in array array['genvej_owner', 'genvej_app', 'genvej_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', name);
    end if;
  end loop;
end
$$;
