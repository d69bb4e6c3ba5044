import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { driverOf } from '#db/driver'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { rowsAsOwner } from './as-owner.ts'

const ACTORS = 200_000
const BATCH = 20_000

/**
 * Invented actors with realistic words, types and clustering (3,600 communes, a few of them large), written
 * by set-based SQL; the same on every machine. Does nothing when they are there.
 */
export async function generateActors(database: Database): Promise<void> {
  const [there] = await rowsAsOwner<{ n: string }>(database, sql`SELECT count(*) AS n FROM actors`)
  if (Number(there!.n) >= ACTORS) return
  await driverOf(database)`TRUNCATE actors, map_points, map_cells, search_lexemes CASCADE`
  await driverOf(database)`SELECT setseed(0.42)`
  await driverOf(database)`CREATE TABLE IF NOT EXISTS bench_communes AS
    SELECT n, lpad((1000 + n * 24)::text, 5, '0') AS code,
      (ARRAY['Saint-','Mont','Ville','Bois','Châtel','Roche','Pont-','Neuf','Bel','Haute'])[1 + n % 10] ||
      (ARRAY['ménil','aubert','clair','fontaine','marais','rivière','court','lieu','hameau','vallon','brey','mont','sart'])[1 + n % 13] ||
      CASE WHEN n % 7 = 0 THEN '-sur-' || (ARRAY['Lys','Deûle','Marne','Loire','Isère'])[1 + n % 5] ELSE '' END ||
      CASE WHEN n % 11 = 0 THEN ' ' || chr(65 + n % 26) || chr(97 + n % 20) || 'rel' ELSE '' END AS name,
      -4 + 12 * random() AS lng, 42.5 + 8 * random() AS lat
    FROM generate_series(1, 3600) n`
  await driverOf(database)`DROP TABLE IF EXISTS bench_drawn`
  await driverOf(database)`CREATE TABLE bench_drawn AS
    SELECT n, (power(random(), 3) * 3599)::int + 1 AS c, (random() * 100000)::int AS t, random() AS verified,
      random() - 0.5 AS dx, random() - 0.5 AS dy, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id
    FROM generate_series(1, ${ACTORS}::int) n`
  await driverOf(database)`CREATE INDEX ON bench_drawn (n)`
  for (let from = 1; from <= ACTORS; from += BATCH) {
    const drawn = sql`bench_drawn d JOIN bench_communes c ON c.n = d.c WHERE d.n BETWEEN ${from}::int AND ${from + BATCH - 1}::int`
    await rowsAsOwner(
      database,
      sql`INSERT INTO actors (workspace_id, id, name, type_id, publics, description, verified_at, source, source_id)
        SELECT ${DEFAULT_WORKSPACE}::uuid, d.id,
          split_part(types.labels[1 + d.t % array_length(types.ids, 1)], ' (', 1) || ' ' || c.name ||
            CASE WHEN d.n % 3 = 0 THEN ' ' || (ARRAY['Les Tilleuls','Jean-Moulin','Éluard','du Parc','de la Gare','Sainte-Anne','Les Écoles'])[1 + d.n % 7] ELSE '' END,
          types.ids[1 + d.t % array_length(types.ids, 1)],
          CASE WHEN d.n % 2 = 0 THEN ARRAY['jeunes','familles'] WHEN d.n % 5 = 0 THEN ARRAY['seniors'] ELSE '{}' END,
          CASE WHEN d.n % 4 = 0 THEN 'Accueil, écoute et orientation des habitants, sans rendez-vous, permanence ' || c.name END,
          CASE WHEN d.verified < 0.7 THEN '2026-11-23'::timestamptz - (d.verified * 1200) * interval '1 day' END, 'bench', d.n::text
        FROM (SELECT array_agg(id ORDER BY family, position) AS ids, array_agg(label_fr ORDER BY family, position) AS labels FROM actor_types) types, ${drawn}`,
    )
    await rowsAsOwner(
      database,
      sql`INSERT INTO places (workspace_id, id, actor_id, position, address, postcode, commune_code, commune_name, point, hours, open_week)
        SELECT ${DEFAULT_WORKSPACE}::uuid, ('00000000-0000-7000-9000-' || right(d.id::text, 12))::uuid, d.id, 0, (1 + d.n % 90) || ' rue Exemple',
          c.code, c.code, c.name, ST_SetSRID(ST_MakePoint(c.lng + d.dx * 0.08, c.lat + d.dy * 0.06), 4326),
          'Mo-Fr 09:00-17:00', '{[540,1020),[1980,2460),[3420,3900),[4860,5340),[6300,6780)}'
        FROM ${drawn}`,
    )
    await rowsAsOwner(
      database,
      sql`SELECT refresh_actors(${DEFAULT_WORKSPACE}::uuid, array_agg(id)) FROM bench_drawn WHERE n BETWEEN ${from}::int AND ${from + BATCH - 1}::int`,
    )
  }
  for (const table of ['actors', 'places', 'map_points', 'map_cells', 'search_lexemes'])
    await driverOf(database).unsafe(`VACUUM FULL ANALYZE ${table}`)
}

const ZONES = 50_000

/** Invented IRIS that share their borders, a hundred vertices each, over metropolitan France. */
export async function generateZones(database: Database): Promise<void> {
  const [there] = await rowsAsOwner<{ n: string }>(
    database,
    sql`SELECT count(*) AS n FROM zones WHERE source = 'bench'`,
  )
  if (Number(there!.n) >= ZONES / 2) return
  await rowsAsOwner(
    database,
    sql`INSERT INTO zones (id, level, code, name, vintage, source, communes, area)
      SELECT gen_random_uuid(), 'iris', lpad((row_number() OVER ())::text, 9, '0'), 'IRIS ' || row_number() OVER (), '2024', 'bench', '{}',
        ST_Multi(ST_Transform(ST_Segmentize(geom, 160), 4326))
      FROM ST_HexagonGrid(2600, ST_MakeEnvelope(120000, 6060000, 1220000, 7100000, 2154)) LIMIT ${ZONES}::int`,
  )
  await rowsAsOwner(
    database,
    sql`SELECT refresh_zone_shapes(array_agg(id)) FROM zones WHERE source = 'bench'`,
  )
  for (const table of ['zones', 'zone_shapes']) await driverOf(database).unsafe(`VACUUM ANALYZE ${table}`)
}
