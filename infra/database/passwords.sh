#!/bin/sh
# Unverified: written for the compose file, which has not been run yet.
# Gives the roles of roles.sql their passwords and makes the database. Run once, by the entry point of the PostgreSQL image
# (compose.yaml) or by hand with the same four variables and PG* set for a superuser. Passwords travel as variables of psql,
# so they are quoted and stand in no command line.
set -eu
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv owner GENVEJ_OWNER_PASSWORD
\getenv app GENVEJ_APP_PASSWORD
\getenv worker GENVEJ_WORKER_PASSWORD
alter role genvej_owner password :'owner';
alter role genvej_app password :'app';
alter role genvej_worker password :'worker';
create database genvej owner genvej_owner;
SQL
