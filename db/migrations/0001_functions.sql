-- Words of a text, without accents: what the search indexes and what it looks for.
CREATE FUNCTION plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, coalesce(words, '')))
$$;
--> statement-breakpoint
CREATE INDEX zones_name_trigrams ON zones USING gin (plain(name) gin_trgm_ops);
--> statement-breakpoint
-- Recomputes what follows from actors and their places: family, communes, search document, map points, lexemes.
CREATE FUNCTION refresh_actors(workspace uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE actors a SET
    family = coalesce(t.family, 'M'),
    commune_codes = coalesce(p.codes, '{}'),
    points = CASE WHEN a.archived_at IS NULL THEN coalesce(p.points, 0) ELSE 0 END,
    search =
      setweight(to_tsvector('simple', plain(a.name)), 'A') ||
      setweight(to_tsvector('simple', plain(concat_ws(' ', t.label_fr, t.label_en, array_to_string(t.aliases, ' '), s.words))), 'B') ||
      setweight(to_tsvector('simple', plain(p.names)), 'C') ||
      setweight(to_tsvector('simple', plain(a.description)), 'D')
  FROM actors self
  LEFT JOIN actor_types t ON t.workspace_id = workspace AND t.id = self.type_id
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT commune_code) FILTER (WHERE commune_code IS NOT NULL) AS codes,
           string_agg(DISTINCT concat_ws(' ', commune_name, label, address), ' ') AS names,
           count(point)::int AS points
    FROM places WHERE workspace_id = workspace AND actor_id = self.id
  ) p ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', label_fr, array_to_string(aliases, ' ')), ' ') AS words
    FROM actor_types WHERE workspace_id = workspace AND id = ANY (self.secondary_type_ids)
  ) s ON true
  WHERE self.workspace_id = workspace AND self.id = ANY (ids)
    AND a.workspace_id = self.workspace_id AND a.id = self.id;

  DELETE FROM map_points WHERE workspace_id = workspace AND actor_id = ANY (ids);
  INSERT INTO map_points (workspace_id, place_id, actor_id, family, name, verified_at, geom)
  SELECT p.workspace_id, p.id, a.id, a.family, a.name, a.verified_at, ST_Transform(p.point, 3857)
  FROM places p JOIN actors a ON a.workspace_id = p.workspace_id AND a.id = p.actor_id
  WHERE p.workspace_id = workspace AND p.actor_id = ANY (ids)
    AND p.point IS NOT NULL AND a.archived_at IS NULL;

  INSERT INTO search_lexemes (workspace_id, lexeme)
  SELECT DISTINCT workspace, lexeme
  FROM actors a, unnest(tsvector_to_array(a.search)) AS lexeme
  WHERE a.workspace_id = workspace AND a.id = ANY (ids)
  ON CONFLICT DO NOTHING;
END $$;
--> statement-breakpoint
-- What was typed, as a query: each word is a prefix when some record begins so, else its nearest known words.
-- `corrected` is null when nothing had to be corrected. Words of the grammar are passed over.
CREATE FUNCTION search_query(workspace uuid, words text, OUT query tsquery, OUT corrected text)
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
            SELECT lexeme FROM search_lexemes WHERE workspace_id = workspace ORDER BY lexeme <-> token LIMIT 24
          ) AS nearest WHERE lexeme !~ '[^a-z0-9]'
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
CREATE FUNCTION count_map_points() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sign integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  INSERT INTO map_cells AS held (workspace_id, z, x, y, n, sum_x, sum_y, a, b, c, d, e, f, g, h, i, j, k, l, m)
  SELECT workspace_id, z,
    least(floor((ST_X(geom) + 20037508.342789244) / 40075016.685578488 * (16 << z)), (16 << z) - 1)::int AS cx,
    least(floor((20037508.342789244 - ST_Y(geom)) / 40075016.685578488 * (16 << z)), (16 << z) - 1)::int AS cy,
    sign * count(*), sign * sum(ST_X(geom)), sign * sum(ST_Y(geom)),
    sign * count(*) FILTER (WHERE family = 'A'), sign * count(*) FILTER (WHERE family = 'B'), sign * count(*) FILTER (WHERE family = 'C'),
    sign * count(*) FILTER (WHERE family = 'D'), sign * count(*) FILTER (WHERE family = 'E'), sign * count(*) FILTER (WHERE family = 'F'),
    sign * count(*) FILTER (WHERE family = 'G'), sign * count(*) FILTER (WHERE family = 'H'), sign * count(*) FILTER (WHERE family = 'I'),
    sign * count(*) FILTER (WHERE family = 'J'), sign * count(*) FILTER (WHERE family = 'K'), sign * count(*) FILTER (WHERE family = 'L'), sign * count(*) FILTER (WHERE family = 'M')
  FROM touched, generate_series(0, 10) AS z
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (workspace_id, z, x, y) DO UPDATE SET
    n = held.n + excluded.n, sum_x = held.sum_x + excluded.sum_x, sum_y = held.sum_y + excluded.sum_y,
    a = held.a + excluded.a, b = held.b + excluded.b, c = held.c + excluded.c, d = held.d + excluded.d, e = held.e + excluded.e,
    f = held.f + excluded.f, g = held.g + excluded.g, h = held.h + excluded.h, i = held.i + excluded.i,
    j = held.j + excluded.j, k = held.k + excluded.k, l = held.l + excluded.l, m = held.m + excluded.m;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER map_points_inserted AFTER INSERT ON map_points REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION count_map_points();
--> statement-breakpoint
CREATE TRIGGER map_points_deleted AFTER DELETE ON map_points REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION count_map_points();
--> statement-breakpoint
-- Draws a zone at four levels of detail. Snapping to a grid of half a pixel keeps shared borders shared.
CREATE FUNCTION refresh_zone_shapes(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM zone_shapes WHERE zone_id = ANY (ids);
  INSERT INTO zone_shapes (zone_id, lod, level, vintage, geom)
  SELECT id, lod, level, vintage, shape
  FROM (
    SELECT z.id, l.lod, z.level, z.vintage,
      CASE WHEN l.lod = 16 THEN ST_Transform(z.area, 3857)
           ELSE ST_SnapToGrid(ST_Transform(z.area, 3857), 40075016.68 / (256 << l.lod) / 2) END AS shape
    FROM zones z, (VALUES (8), (10), (12), (16)) AS l(lod)
    WHERE z.id = ANY (ids) AND z.area IS NOT NULL
  ) AS drawn WHERE NOT ST_IsEmpty(shape);
$$;
--> statement-breakpoint
-- Every commune code of a territory, those of its EPCI included.
CREATE FUNCTION territory_communes(workspace uuid, territory uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT code), '{}') FROM (
    SELECT unnest(communes) AS code FROM territories WHERE workspace_id = workspace AND id = territory
    UNION
    SELECT unnest(z.communes) FROM territories t JOIN zones z ON z.level = 'epci' AND z.code = ANY (t.epcis)
    WHERE t.workspace_id = workspace AND t.id = territory
  ) AS codes
$$;
--> statement-breakpoint
INSERT INTO workspaces (id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'Maillage');
