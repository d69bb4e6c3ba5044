import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { rowsAsOwner } from './as-owner.ts'

export const SIZE = { actors: 2_000, ties: 5_000, assessments: 10_000, groups: 5 }

const id = (kind: number, n: string) =>
  sql.raw(`('00000000-0000-7000-8${kind}00-' || lpad(to_hex(${n}), 12, '0'))::uuid`)

/**
 * On the demo territory: invented actors up to 2,000, each with a place around those that are there, 5,000 ties of which one
 * in ten is unknown, and 10,000 judgements of five groups. The same on every machine.
 */
export async function generateCooperation(database: Database): Promise<void> {
  const run = (statement: ReturnType<typeof sql>) => rowsAsOwner(database, statement)
  const workspace = sql`${DEFAULT_WORKSPACE}::uuid`
  await run(sql`SELECT setseed(0.42)`)
  await run(sql`INSERT INTO actors (workspace_id, id, name, type_id, publics)
    SELECT ${workspace}, ${id(1, 'n')}, 'Acteur ' || n, (SELECT array_agg(id ORDER BY family, position) FROM actor_types)[1 + n % 140],
      CASE WHEN n % 2 = 0 THEN ARRAY['jeunes'] ELSE '{}' END
    FROM generate_series(1, ${SIZE.actors}::int - (SELECT count(*)::int FROM actors WHERE archived_at IS NULL)) n`)
  await run(sql`INSERT INTO places (workspace_id, id, actor_id, position, commune_code, point)
    SELECT ${workspace}, ${id(2, 'n')}, ${id(1, 'n')}, 0, '00101',
      ST_SetSRID(ST_MakePoint(-3.60 + (random() - 0.5) * 0.08, 46.35 + (random() - 0.5) * 0.05), 4326)
    FROM generate_series(1, (SELECT count(*)::int FROM actors WHERE name LIKE 'Acteur %')) n`)
  await run(sql`SELECT refresh_actors(${workspace}, array_agg(id)) FROM actors WHERE name LIKE 'Acteur %'`)
  await run(sql`INSERT INTO groups (workspace_id, id, name)
    SELECT ${workspace}, ${id(3, 'n')}, 'Équipe ' || n FROM generate_series(1, ${SIZE.groups}::int) n`)
  await run(sql`WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM actors WHERE archived_at IS NULL),
      drawn AS (SELECT n, 1 + floor(random() * ${SIZE.actors}::int)::int AS a, 1 + floor(power(random(), 2) * ${SIZE.actors}::int)::int AS b, random() AS r
        FROM generate_series(1, ${SIZE.ties}::int * 2) n),
      pairs AS (SELECT DISTINCT ON (least(a, b), greatest(a, b)) n, a, b, r FROM drawn WHERE a <> b)
    INSERT INTO ties (workspace_id, id, from_id, to_id, state, kind, direction, formalised, audience)
    SELECT ${workspace}, ${id(4, 'p.n')}, one.id, other.id, CASE WHEN r < 0.1 THEN 'unknown' ELSE 'known' END,
      CASE WHEN r < 0.1 THEN NULL WHEN r < 0.5 THEN 'works_with' WHEN r < 0.8 THEN 'knows' ELSE 'heard_of' END, 'mutual',
      CASE WHEN r < 0.3 THEN true WHEN r < 0.7 THEN false END, 'partners'
    FROM pairs p JOIN numbered one ON one.n = p.a JOIN numbered other ON other.n = p.b
    ORDER BY p.n LIMIT greatest(0, ${SIZE.ties}::int - (SELECT count(*)::int FROM ties)) ON CONFLICT DO NOTHING`)
  await run(sql`WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM actors WHERE archived_at IS NULL)
    INSERT INTO assessments (workspace_id, id, seq, author, assessor_kind, assessor_id, actor_id, reason_id, need, possibility)
    SELECT ${workspace}, ${id(5, `a.n * 10 + g`)}, 1, 'bench', 'group', ${id(3, 'g')}, a.id,
      (ARRAY['find_unknown_publics', 'be_introduced', 'coordinate_outreach', 'do_outreach_together'])[1 + a.n % 4],
      floor(random() * 4)::int, floor(random() * 4)::int
    FROM numbered a, generate_series(1, ${SIZE.groups}::int) g`)
}
