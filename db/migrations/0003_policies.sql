-- Four roles that nobody logs in with. `db/transaction.ts` takes one of them at the start of each transaction.
-- app: one workspace, what one audience may see. accounts: who is who. shared: public actors that workspaces offer.
-- operator: everything, for migrations' kin only (backup, restoration); no request ever takes it.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['maillage_app', 'maillage_accounts', 'maillage_shared', 'maillage_operator'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN EXECUTE format('GRANT %I TO CURRENT_USER', wanted); END IF;
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO maillage_app, maillage_accounts, maillage_shared, maillage_operator;
--> statement-breakpoint
-- The workspace of the transaction. Empty once a transaction that set it is over, hence nullif.
CREATE FUNCTION current_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.workspace', true), '')::uuid
$$;
--> statement-breakpoint
-- The audiences that whoever asks may see.
CREATE FUNCTION current_audiences() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT string_to_array(current_setting('app.audiences', true), ',')
$$;
--> statement-breakpoint
CREATE FUNCTION narrower(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN 'private' IN (one, other) THEN 'private' WHEN 'partners' IN (one, other) THEN 'partners' ELSE 'public' END
$$;
--> statement-breakpoint
-- A policy for every table. `(SELECT …)` is worked out once a statement, and leaves the indexes in use.
DO $$
DECLARE
  known record;
  workspace constant text := 'workspace_id = (SELECT current_workspace())';
  seen constant text := ' = ANY ((SELECT current_audiences())::text[])';
  offered constant text := 'workspace_id IN (SELECT id FROM workspaces WHERE shares_actors)';
BEGIN
  FOR known IN SELECT * FROM (VALUES
    -- table, column of its audience, rights of the application, whether the role of accounts has it all
    ('actors', 'audience', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('contacts', 'visible_to', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('places', 'visible_to', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('offers', 'visible_to', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('map_points', 'audience', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('map_cells', 'audience', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('search_lexemes', 'audience', 'SELECT, INSERT, UPDATE, DELETE', false),
    ('actor_types', NULL, 'SELECT, INSERT, UPDATE, DELETE', true),
    ('backdrop_features', NULL, 'SELECT, INSERT, UPDATE, DELETE', false),
    ('changes', NULL, 'SELECT, INSERT, UPDATE (before, after, author)', false),
    ('drawn_zones', NULL, 'SELECT, INSERT, UPDATE, DELETE', false),
    ('import_runs', NULL, 'SELECT, INSERT, UPDATE, DELETE', false),
    ('import_rows', NULL, 'SELECT, INSERT, UPDATE, DELETE', false),
    ('invitations', NULL, 'SELECT, INSERT, UPDATE, DELETE', true),
    ('members', NULL, 'SELECT, INSERT, UPDATE, DELETE', true),
    ('proposals', NULL, 'SELECT, INSERT, UPDATE, DELETE', false),
    ('security_events', NULL, 'SELECT, INSERT, UPDATE (account_id), DELETE', true),
    ('territories', NULL, 'SELECT, INSERT, UPDATE, DELETE', false)
  ) AS t(name, audience, rights, for_accounts) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', known.name);
    EXECUTE format('GRANT %s ON %I TO maillage_app', known.rights, known.name);
    IF known.audience IS NULL THEN
      EXECUTE format('CREATE POLICY own_workspace ON %I TO maillage_app USING (%s) WITH CHECK (%2$s)', known.name, workspace);
    ELSE
      EXECUTE format('CREATE POLICY own_workspace ON %I TO maillage_app USING (%s AND %I%s) WITH CHECK (%2$s)',
        known.name, workspace, known.audience, seen);
    END IF;
    IF known.for_accounts THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_accounts', known.name);
      EXECUTE format('CREATE POLICY accounts ON %I TO maillage_accounts USING (true) WITH CHECK (true)', known.name);
    END IF;
  END LOOP;

  -- What belongs to the server and not to a workspace.
  FOR known IN SELECT unnest(ARRAY['accounts', 'identities', 'passkeys', 'sessions', 'access_tokens', 'challenges',
      'attempts', 'workspaces']) AS name LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', known.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_accounts', known.name);
    EXECUTE format('CREATE POLICY accounts ON %I TO maillage_accounts USING (true) WITH CHECK (true)', known.name);
  END LOOP;

  -- Public actors of the workspaces that offer theirs, without their notes, and without persons.
  FOR known IN SELECT * FROM (VALUES ('actors', 'audience', 'true'), ('places', 'visible_to', 'true'),
      ('contacts', 'visible_to', 'person_name IS NULL')) AS t(name, audience, more) LOOP
    EXECUTE format('GRANT SELECT (%s) ON %I TO maillage_shared', (
      SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
      WHERE attrelid = known.name::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'note'), known.name);
    EXECUTE format('CREATE POLICY offered ON %I FOR SELECT TO maillage_shared USING (%I = ''public'' AND %s AND %s)',
      known.name, known.audience, known.more, offered);
  END LOOP;
  EXECUTE 'GRANT SELECT (id, name, shares_actors) ON workspaces TO maillage_shared';
  EXECUTE 'CREATE POLICY offered ON workspaces FOR SELECT TO maillage_shared USING (shares_actors)';

  FOR known IN SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity LOOP
    EXECUTE format('GRANT ALL ON %I TO maillage_operator', known.name);
    EXECUTE format('CREATE POLICY operator ON %I TO maillage_operator USING (true) WITH CHECK (true)', known.name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, UPDATE (last_seq, name, kind, shares_actors, public_link) ON workspaces TO maillage_app;
--> statement-breakpoint
CREATE POLICY own_workspace ON workspaces TO maillage_app USING (id = (SELECT current_workspace()));
--> statement-breakpoint
-- The names of those who write in the workspace, and nothing else of their accounts.
GRANT SELECT (id, name) ON accounts TO maillage_app;
--> statement-breakpoint
CREATE POLICY members ON accounts FOR SELECT TO maillage_app
  USING (EXISTS (SELECT 1 FROM members m WHERE m.workspace_id = (SELECT current_workspace()) AND m.account_id = accounts.id));
--> statement-breakpoint
-- Reference zones belong to everybody: no row of theirs says whose it is.
GRANT SELECT, INSERT, UPDATE, DELETE ON zones, zone_shapes TO maillage_app, maillage_operator;
--> statement-breakpoint
GRANT SELECT ON zones, zone_shapes TO maillage_accounts, maillage_shared;
--> statement-breakpoint
GRANT SELECT ON migrations TO maillage_app, maillage_accounts, maillage_operator;
--> statement-breakpoint
-- Where operators cannot be marked leakproof (a managed server without superuser), a policy keeps them from the
-- indexes. These views carry the very same conditions as plain ones: reading transactions then look here first.
CREATE SCHEMA maillage_reading;
--> statement-breakpoint
DO $$
DECLARE known record;
BEGIN
  FOR known IN SELECT * FROM (VALUES ('actors', 'audience'), ('places', 'visible_to'), ('map_points', 'audience'),
      ('search_lexemes', 'audience')) AS t(name, audience) LOOP
    EXECUTE format('CREATE VIEW maillage_reading.%I AS SELECT * FROM public.%1$I
      WHERE workspace_id = (SELECT public.current_workspace()) AND %I = ANY ((SELECT public.current_audiences())::text[])',
      known.name, known.audience);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA maillage_reading TO maillage_operator;
--> statement-breakpoint
ALTER VIEW maillage_reading.actors OWNER TO maillage_operator;
--> statement-breakpoint
ALTER VIEW maillage_reading.places OWNER TO maillage_operator;
--> statement-breakpoint
ALTER VIEW maillage_reading.map_points OWNER TO maillage_operator;
--> statement-breakpoint
ALTER VIEW maillage_reading.search_lexemes OWNER TO maillage_operator;
--> statement-breakpoint
GRANT USAGE ON SCHEMA maillage_reading TO maillage_app;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA maillage_reading TO maillage_app;
--> statement-breakpoint
-- Recomputes what follows from actors and their places: family, communes, search document, map points, lexemes.
CREATE OR REPLACE FUNCTION refresh_actors(workspace uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  audiences text := current_setting('app.audiences', true);
BEGIN
  -- What follows from an actor follows from all of it, whatever its writer may see.
  PERFORM set_config('app.audiences', 'public,partners,private', true);
  UPDATE actors a SET
    family = coalesce(t.family, 'M'),
    commune_codes = coalesce(p.codes, '{}'),
    partners_commune_codes = coalesce(p.partners_codes, '{}'),
    public_commune_codes = coalesce(p.public_codes, '{}'),
    points = CASE WHEN a.archived_at IS NULL THEN coalesce(p.points, 0) ELSE 0 END,
    partners_points = CASE WHEN a.archived_at IS NULL THEN coalesce(p.partners_points, 0) ELSE 0 END,
    public_points = CASE WHEN a.archived_at IS NULL THEN coalesce(p.public_points, 0) ELSE 0 END,
    search =
      setweight(to_tsvector('simple', plain(a.name)), 'A') ||
      setweight(to_tsvector('simple', plain(concat_ws(' ', t.label_fr, t.label_en, array_to_string(t.aliases, ' '), s.words))), 'B') ||
      setweight(to_tsvector('simple', plain(p.names)), 'C') ||
      setweight(to_tsvector('simple', plain(a.description)), 'D')
  FROM actors self
  LEFT JOIN actor_types t ON t.workspace_id = workspace AND t.id = self.type_id
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT commune_code) FILTER (WHERE commune_code IS NOT NULL) AS codes,
           array_agg(DISTINCT commune_code) FILTER (WHERE commune_code IS NOT NULL AND visible_to <> 'private') AS partners_codes,
           array_agg(DISTINCT commune_code) FILTER (WHERE commune_code IS NOT NULL AND visible_to = 'public') AS public_codes,
           -- Words are searched by all who see the actor: a place that some of them do not see has no part in them.
           string_agg(DISTINCT concat_ws(' ', commune_name, label, address), ' ') FILTER (WHERE visible_to = self.audience) AS names,
           count(point)::int AS points,
           (count(point) FILTER (WHERE visible_to <> 'private'))::int AS partners_points,
           (count(point) FILTER (WHERE visible_to = 'public'))::int AS public_points
    FROM places WHERE workspace_id = workspace AND actor_id = self.id
  ) p ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', label_fr, array_to_string(aliases, ' ')), ' ') AS words
    FROM actor_types WHERE workspace_id = workspace AND id = ANY (self.secondary_type_ids)
  ) s ON true
  WHERE self.workspace_id = workspace AND self.id = ANY (ids)
    AND a.workspace_id = self.workspace_id AND a.id = self.id;

  DELETE FROM map_points WHERE workspace_id = workspace AND actor_id = ANY (ids);
  INSERT INTO map_points (workspace_id, place_id, actor_id, family, name, verified_at, audience, geom)
  SELECT p.workspace_id, p.id, a.id, a.family, a.name, a.verified_at, p.visible_to, ST_Transform(p.point, 3857)
  FROM places p JOIN actors a ON a.workspace_id = p.workspace_id AND a.id = p.actor_id
  WHERE p.workspace_id = workspace AND p.actor_id = ANY (ids)
    AND p.point IS NOT NULL AND a.archived_at IS NULL;

  INSERT INTO search_lexemes (workspace_id, audience, lexeme)
  SELECT DISTINCT workspace, a.audience, lexeme
  FROM actors a, unnest(tsvector_to_array(a.search)) AS lexeme
  WHERE a.workspace_id = workspace AND a.id = ANY (ids)
  ON CONFLICT DO NOTHING;

  PERFORM set_config('app.audiences', coalesce(audiences, ''), true);
END $$;
--> statement-breakpoint
-- What was typed, as a query: each word is a prefix when some record begins so, else its nearest known words.
-- `corrected` is null when nothing had to be corrected. Words of the grammar are passed over.
CREATE OR REPLACE FUNCTION search_query(workspace uuid, words text, OUT query tsquery, OUT corrected text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  tokens text[];
  token text;
  near text[];
  parts text[] := '{}';
  shown text[] := '{}';
  fixed boolean := false;
BEGIN
  SELECT array_agg(w) INTO tokens
  FROM unnest(regexp_split_to_array(plain(words), '[^a-z0-9]+')) AS w
  WHERE w <> '' AND w <> ALL ('{a,au,aux,d,de,des,du,en,et,l,la,le,les,of,ou,par,pour,s,sur,the,un,une}'::text[]);
  FOREACH token IN ARRAY coalesce(tokens, '{}') LOOP
    IF EXISTS (SELECT 1 FROM search_lexemes WHERE workspace_id = workspace AND lexeme LIKE token || '%') THEN
      parts := parts || (token || ':*');
      shown := shown || token;
    ELSE
      -- Trigrams propose, the edit distance decides: one slip up to four letters, two beyond.
      SELECT array_agg(lexeme ORDER BY distance, lexeme) INTO near FROM (
        SELECT lexeme, distance, min(distance) OVER () AS best FROM (
          SELECT lexeme, least(
            levenshtein(left(lexeme, 60), left(token, 60)),
            levenshtein(left(lexeme, length(left(token, 60))), left(token, 60))) AS distance
          FROM (
            SELECT DISTINCT lexeme FROM (SELECT lexeme FROM search_lexemes WHERE workspace_id = workspace ORDER BY lexeme <-> token LIMIT 24) AS held
          ) AS nearest WHERE lexeme !~ '[^a-z0-9]'
            -- A word that no record holds any more is not given away by a misspelling of it.
            AND EXISTS (SELECT 1 FROM actors a WHERE a.workspace_id = workspace AND a.search @@ plainto_tsquery('simple', lexeme))
        ) AS measured WHERE distance <= CASE WHEN length(token) <= 4 THEN 2 ELSE 1 + length(token) / 5 END
      ) AS ranked WHERE distance = best;
      IF near IS NULL THEN
        query := NULL; corrected := NULL;
        RETURN;
      END IF;
      fixed := true;
      parts := parts || ('(' || array_to_string(ARRAY(SELECT n || ':*' FROM unnest(near[1:4]) n), ' | ') || ')');
      shown := shown || near[1];
    END IF;
  END LOOP;
  query := CASE WHEN parts = '{}' THEN NULL ELSE to_tsquery('simple', array_to_string(parts, ' & ')) END;
  corrected := CASE WHEN fixed THEN array_to_string(shown, ' ') END;
END $$;
--> statement-breakpoint
-- Keeps `map_cells` equal to what `map_points` says, statement by statement.
-- Rows are locked in one order, so that two writers cannot wait for each other.
CREATE OR REPLACE FUNCTION count_map_points() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sign integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  INSERT INTO map_cells AS held (workspace_id, audience, z, x, y, n, sum_x, sum_y, a, b, c, d, e, f, g, h, i, j, k, l, m)
  SELECT workspace_id, reader, z,
    least(floor((ST_X(geom) + 20037508.342789244) / 40075016.685578488 * (16 << z)), (16 << z) - 1)::int AS cx,
    least(floor((20037508.342789244 - ST_Y(geom)) / 40075016.685578488 * (16 << z)), (16 << z) - 1)::int AS cy,
    sign * count(*), sign * sum(ST_X(geom)), sign * sum(ST_Y(geom)),
    sign * count(*) FILTER (WHERE family = 'A'), sign * count(*) FILTER (WHERE family = 'B'), sign * count(*) FILTER (WHERE family = 'C'),
    sign * count(*) FILTER (WHERE family = 'D'), sign * count(*) FILTER (WHERE family = 'E'), sign * count(*) FILTER (WHERE family = 'F'),
    sign * count(*) FILTER (WHERE family = 'G'), sign * count(*) FILTER (WHERE family = 'H'), sign * count(*) FILTER (WHERE family = 'I'),
    sign * count(*) FILTER (WHERE family = 'J'), sign * count(*) FILTER (WHERE family = 'K'), sign * count(*) FILTER (WHERE family = 'L'), sign * count(*) FILTER (WHERE family = 'M')
  FROM touched, generate_series(0, 10) AS z,
    -- A place counts for its audience and for every narrower one.
    unnest(CASE audience WHEN 'public' THEN '{public,partners,private}'::text[] WHEN 'partners' THEN '{partners,private}' ELSE '{private}' END) AS reader
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (workspace_id, audience, z, x, y) DO UPDATE SET
    n = held.n + excluded.n, sum_x = held.sum_x + excluded.sum_x, sum_y = held.sum_y + excluded.sum_y,
    a = held.a + excluded.a, b = held.b + excluded.b, c = held.c + excluded.c, d = held.d + excluded.d, e = held.e + excluded.e,
    f = held.f + excluded.f, g = held.g + excluded.g, h = held.h + excluded.h, i = held.i + excluded.i,
    j = held.j + excluded.j, k = held.k + excluded.k, l = held.l + excluded.l, m = held.m + excluded.m;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Until now everything was public.
UPDATE actors SET partners_points = points, public_points = points,
  partners_commune_codes = commune_codes, public_commune_codes = commune_codes;
--> statement-breakpoint
INSERT INTO map_cells
SELECT workspace_id, z, x, y, n, sum_x, sum_y, a, b, c, d, e, f, g, h, i, j, k, l, m, reader
FROM map_cells, unnest('{partners,private}'::text[]) AS reader;
--> statement-breakpoint
-- The words of a workspace from its actors alone: after an erasure, or when something is withdrawn from an audience.
CREATE FUNCTION rebuild_lexemes(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  audiences text := current_setting('app.audiences', true);
BEGIN
  PERFORM set_config('app.audiences', 'public,partners,private', true);
  DELETE FROM search_lexemes WHERE workspace_id = workspace;
  INSERT INTO search_lexemes (workspace_id, audience, lexeme)
  SELECT DISTINCT workspace, a.audience, lexeme FROM actors a, unnest(tsvector_to_array(a.search)) AS lexeme
  WHERE a.workspace_id = workspace;
  PERFORM set_config('app.audiences', coalesce(audiences, ''), true);
END $$;
--> statement-breakpoint
-- Nothing of an actor is seen by more people than the actor itself.
CREATE FUNCTION narrow_to_actor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held text := (SELECT audience FROM actors a WHERE a.workspace_id = NEW.workspace_id AND a.id = NEW.actor_id);
BEGIN
  NEW.visible_to := coalesce(held, 'private');
  IF TG_TABLE_NAME <> 'offers' THEN NEW.visible_to := narrower(NEW.audience, NEW.visible_to); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER narrowed BEFORE INSERT OR UPDATE OF audience, actor_id ON places FOR EACH ROW EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
CREATE TRIGGER narrowed BEFORE INSERT OR UPDATE OF audience, actor_id ON contacts FOR EACH ROW EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
CREATE TRIGGER narrowed BEFORE INSERT OR UPDATE OF actor_id ON offers FOR EACH ROW EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
CREATE FUNCTION narrow_what_it_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE places SET visible_to = narrower(audience, NEW.audience) WHERE workspace_id = NEW.workspace_id AND actor_id = NEW.id;
  UPDATE contacts SET visible_to = narrower(audience, NEW.audience) WHERE workspace_id = NEW.workspace_id AND actor_id = NEW.id;
  UPDATE offers SET visible_to = NEW.audience WHERE workspace_id = NEW.workspace_id AND actor_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER narrowing AFTER UPDATE OF audience ON actors FOR EACH ROW WHEN (OLD.audience <> NEW.audience)
  EXECUTE FUNCTION narrow_what_it_holds();
