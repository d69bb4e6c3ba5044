#!/bin/bash
# The role of the application: it reads and writes rows, owns nothing, and no policy lets it pass.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$MAILLAGE_PASSWORD" <<'SQL'
CREATE ROLE maillage LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'password';
SELECT format('GRANT CONNECT ON DATABASE %I TO maillage', current_database()) \gexec
GRANT USAGE ON SCHEMA public TO maillage;
-- Tables come with the migrations, which the owner applies.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO maillage;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO maillage;
ALTER ROLE maillage SET max_parallel_workers_per_gather = 0;
ALTER ROLE maillage SET jit = off;
SQL
