-- The import on whose behalf a transaction writes: it sees what it has brought and nobody else sees yet.
CREATE FUNCTION current_import() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.import', true), '')::uuid
$$;
--> statement-breakpoint
-- Rows that an import brings carry its id and are there for nobody until it is revealed, all at once, by one row.
DO $$
DECLARE
  known record;
  workspace constant text := 'workspace_id = (SELECT current_workspace())';
  seen constant text := ' = ANY ((SELECT current_audiences())::text[])';
  revealed constant text := '(import_run IS NULL OR import_run = (SELECT current_import())
    OR import_run IN (SELECT id FROM import_runs WHERE revealed))';
  no_run constant text := $id$'00000000-0000-0000-0000-000000000000'$id$;
BEGIN
  FOR known IN SELECT * FROM (VALUES ('actors', 'audience'), ('contacts', 'visible_to'), ('places', 'visible_to'),
      ('offers', 'visible_to'), ('map_points', 'audience')) AS t(name, audience) LOOP
    EXECUTE format('ALTER POLICY own_workspace ON %I USING (%s AND %I%s AND %s) WITH CHECK (%2$s)',
      known.name, workspace, known.audience, seen, revealed);
  END LOOP;
  EXECUTE format('ALTER POLICY own_workspace ON map_cells USING (%s AND audience%s AND %s) WITH CHECK (%1$s)',
    workspace, seen, replace(revealed, 'import_run IS NULL', 'import_run = ' || no_run));
  EXECUTE format('ALTER POLICY own_workspace ON drawn_zones USING (%s AND %s) WITH CHECK (%1$s)', workspace, revealed);

  FOR known IN SELECT * FROM (VALUES ('statistics', true), ('grid_cells', true), ('addresses', true),
      ('import_mappings', false), ('resemblances', false)) AS t(name, imported) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', known.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_app', known.name);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO maillage_app USING (%s%s) WITH CHECK (%2$s)',
      known.name, workspace, CASE WHEN known.imported THEN ' AND ' || revealed ELSE '' END);
    EXECUTE format('GRANT ALL ON %I TO maillage_operator', known.name);
    EXECUTE format('CREATE POLICY operator ON %I TO maillage_operator USING (true) WITH CHECK (true)', known.name);
  END LOOP;

  -- What is offered to other workspaces is what is revealed.
  FOR known IN SELECT * FROM (VALUES ('actors', 'audience', 'true'), ('places', 'visible_to', 'true'),
      ('contacts', 'visible_to', 'person_name IS NULL')) AS t(name, audience, more) LOOP
    EXECUTE format('GRANT SELECT (import_run) ON %I TO maillage_shared', known.name);
    EXECUTE format('ALTER POLICY offered ON %I USING (%I = ''public'' AND %s
      AND workspace_id IN (SELECT id FROM workspaces WHERE shares_actors)
      AND (import_run IS NULL OR import_run IN (SELECT id FROM import_runs WHERE revealed)))',
      known.name, known.audience, known.more);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT (finess, rna, field_sources, gone_at, merged_into, part_of) ON actors TO maillage_shared;
--> statement-breakpoint
GRANT SELECT (id, revealed) ON import_runs TO maillage_shared;
--> statement-breakpoint
CREATE POLICY offered ON import_runs FOR SELECT TO maillage_shared USING (revealed);
--> statement-breakpoint
GRANT UPDATE (geocodes) ON workspaces TO maillage_app;
--> statement-breakpoint
-- Movements of codes belong to everybody, as reference zones do.
GRANT SELECT, INSERT, UPDATE, DELETE ON movements TO maillage_app, maillage_operator;
--> statement-breakpoint
-- What a run has read can be read again: nothing is lost with it in a crash.
ALTER TABLE import_rows SET UNLOGGED;
--> statement-breakpoint
DROP VIEW maillage_reading.actors, maillage_reading.places, maillage_reading.map_points;
--> statement-breakpoint
DO $$
DECLARE known record;
BEGIN
  FOR known IN SELECT * FROM (VALUES ('actors', 'audience'), ('places', 'visible_to'), ('map_points', 'audience')) AS t(name, audience) LOOP
    EXECUTE format('CREATE VIEW maillage_reading.%I AS SELECT * FROM public.%1$I
      WHERE workspace_id = (SELECT public.current_workspace()) AND %I = ANY ((SELECT public.current_audiences())::text[])
        AND (import_run IS NULL OR import_run = (SELECT public.current_import())
          OR import_run IN (SELECT id FROM public.import_runs WHERE revealed))',
      known.name, known.audience);
    EXECUTE format('ALTER VIEW maillage_reading.%I OWNER TO maillage_operator', known.name);
    EXECUTE format('GRANT SELECT ON maillage_reading.%I TO maillage_app', known.name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The words that an actor is found by: its name first, then what it is, where it is, what it says of itself.
CREATE FUNCTION search_document(name text, type_words text, place_words text, description text) RETURNS tsvector
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('simple', plain(name)), 'A') || setweight(to_tsvector('simple', plain(type_words)), 'B') ||
    setweight(to_tsvector('simple', plain(place_words)), 'C') || setweight(to_tsvector('simple', plain(description)), 'D')
$$;
--> statement-breakpoint
-- What the map draws of actors and the words that they bring.
CREATE FUNCTION draw_actors(workspace uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  audiences text := current_setting('app.audiences', true);
BEGIN
  PERFORM set_config('app.audiences', 'public,partners,private', true);
  DELETE FROM map_points WHERE workspace_id = workspace AND actor_id = ANY (ids);
  INSERT INTO map_points (workspace_id, place_id, actor_id, family, name, verified_at, audience, import_run, geom)
  SELECT p.workspace_id, p.id, a.id, a.family, a.name, a.verified_at, p.visible_to, a.import_run, ST_Transform(p.point, 3857)
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
    search = search_document(a.name,
      concat_ws(' ', t.label_fr, t.label_en, array_to_string(t.aliases, ' '), s.words), p.names, a.description)
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

  PERFORM draw_actors(workspace, ids);
  PERFORM set_config('app.audiences', coalesce(audiences, ''), true);
END $$;
--> statement-breakpoint
-- An import writes public rows of public actors: there is nothing to narrow, and asking for each row takes its time.
DROP TRIGGER narrowed ON places;
--> statement-breakpoint
CREATE TRIGGER narrowed BEFORE INSERT ON places FOR EACH ROW WHEN (NEW.import_run IS NULL) EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
CREATE TRIGGER narrowed_again BEFORE UPDATE OF audience, actor_id ON places FOR EACH ROW EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
DROP TRIGGER narrowed ON contacts;
--> statement-breakpoint
CREATE TRIGGER narrowed BEFORE INSERT ON contacts FOR EACH ROW WHEN (NEW.import_run IS NULL) EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
CREATE TRIGGER narrowed_again BEFORE UPDATE OF audience, actor_id ON contacts FOR EACH ROW EXECUTE FUNCTION narrow_to_actor();
--> statement-breakpoint
-- Keeps `map_cells` equal to what `map_points` says, statement by statement; the cells of each import apart. Cells of the
-- last zoom are counted first: those of the others are theirs, added up. Rows are locked in one order, so that two
-- writers cannot wait for each other.
CREATE OR REPLACE FUNCTION count_map_points() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sign integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  INSERT INTO map_cells AS held (workspace_id, audience, z, x, y, import_run, n, sum_x, sum_y, a, b, c, d, e, f, g, h, i, j, k, l, m)
  SELECT workspace_id, reader, z, cx >> (10 - z), cy >> (10 - z), run, sum(n), sum(sum_x), sum(sum_y),
    sum(a), sum(b), sum(c), sum(d), sum(e), sum(f), sum(g), sum(h), sum(i), sum(j), sum(k), sum(l), sum(m)
  FROM (
    SELECT workspace_id, audience, coalesce(import_run, '00000000-0000-0000-0000-000000000000') AS run,
      least(floor((ST_X(geom) + 20037508.342789244) / 40075016.685578488 * (16 << 10)), (16 << 10) - 1)::int AS cx,
      least(floor((20037508.342789244 - ST_Y(geom)) / 40075016.685578488 * (16 << 10)), (16 << 10) - 1)::int AS cy,
      sign * count(*) AS n, sign * sum(ST_X(geom)) AS sum_x, sign * sum(ST_Y(geom)) AS sum_y,
      sign * count(*) FILTER (WHERE family = 'A') AS a, sign * count(*) FILTER (WHERE family = 'B') AS b, sign * count(*) FILTER (WHERE family = 'C') AS c,
      sign * count(*) FILTER (WHERE family = 'D') AS d, sign * count(*) FILTER (WHERE family = 'E') AS e, sign * count(*) FILTER (WHERE family = 'F') AS f,
      sign * count(*) FILTER (WHERE family = 'G') AS g, sign * count(*) FILTER (WHERE family = 'H') AS h, sign * count(*) FILTER (WHERE family = 'I') AS i,
      sign * count(*) FILTER (WHERE family = 'J') AS j, sign * count(*) FILTER (WHERE family = 'K') AS k, sign * count(*) FILTER (WHERE family = 'L') AS l,
      sign * count(*) FILTER (WHERE family = 'M') AS m
    FROM touched GROUP BY 1, 2, 3, 4, 5
  ) AS finest, generate_series(0, 10) AS z,
    -- A place counts for its audience and for every narrower one.
    unnest(CASE audience WHEN 'public' THEN '{public,partners,private}'::text[] WHEN 'partners' THEN '{partners,private}' ELSE '{private}' END) AS reader
  GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (workspace_id, audience, z, x, y, import_run) DO UPDATE SET
    n = held.n + excluded.n, sum_x = held.sum_x + excluded.sum_x, sum_y = held.sum_y + excluded.sum_y,
    a = held.a + excluded.a, b = held.b + excluded.b, c = held.c + excluded.c, d = held.d + excluded.d, e = held.e + excluded.e, f = held.f + excluded.f, g = held.g + excluded.g,
    h = held.h + excluded.h, i = held.i + excluded.i, j = held.j + excluded.j, k = held.k + excluded.k, l = held.l + excluded.l, m = held.m + excluded.m;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Reports of before say less: what they do not say was nothing.
UPDATE import_runs SET report = '{"questions": [], "kept": 0, "gone": 0, "unplaced": 0, "resemblances": 0, "table": null, "mapping": null}'::jsonb
  || report || jsonb_build_object(
    'refusedRows', jsonb_array_length(report->'refused'),
    'refused', (SELECT coalesce(jsonb_agg('{"suggestion": null}'::jsonb || said), '[]') FROM jsonb_array_elements(report->'refused') AS said),
    'reservations', (SELECT coalesce(jsonb_agg('{"suggestion": null}'::jsonb || said), '[]') FROM jsonb_array_elements(report->'reservations') AS said))
WHERE report IS NOT NULL;
