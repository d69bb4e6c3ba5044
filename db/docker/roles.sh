#!/bin/bash
# The role of the application: it owns nothing and has no right of its own. In each transaction it becomes one of three
# roles, which row-level security holds to one workspace. The migrations give these their rights.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$MAILLAGE_PASSWORD" <<'SQL'
SELECT format('CREATE ROLE %I NOLOGIN', name)
  FROM unnest(ARRAY['maillage_app', 'maillage_accounts', 'maillage_shared']) AS name
  WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \gexec
CREATE ROLE maillage LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'password';
GRANT maillage_app, maillage_accounts, maillage_shared TO maillage;
SELECT format('GRANT CONNECT ON DATABASE %I TO maillage', current_database()) \gexec
ALTER ROLE maillage SET max_parallel_workers_per_gather = 0;
ALTER ROLE maillage SET jit = off;
SQL
