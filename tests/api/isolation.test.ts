import { type SQL, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { conditions } from '#api/features/actors/actors.filter.repository'
import { filterContext } from '#api/features/actors/actors.search.repository'
import { unfilteredStatement } from '#api/features/tiles/tiles.repository'
import { ActorFilter, actorEndpoints } from '#contract/actors'
import type { Audience } from '#contract/roles'
import type { Database, Queries } from '#db/client'
import { driverOf } from '#db/driver'
import { forgetReadingPath, markLeakproof, readingPath } from '#db/leakproof'
import { rowsOf, runCompiled } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace, withAccounts, withWorkspace } from '#db/workspace'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { emptyDatabase, rowsAsOperator, testDatabase } from '../support/database.ts'

/** What belongs to the server and holds nothing of a workspace, nor of a person. */
const WITHOUT_POLICY = ['migrations', 'movements', 'spatial_ref_sys', 'zone_shapes', 'zones']
const ROLES = ['maillage_app', 'maillage_accounts', 'maillage_shared', 'maillage_operator']

const reader = (audience: Audience = 'private', workspaceId = DEFAULT_WORKSPACE) => ({
  workspaceId,
  audience,
})

describe('the database keeps workspaces apart', () => {
  it('[ISO1] every table has a policy, forced on its owner too, but those that hold nothing of anybody', async () => {
    const database = await testDatabase()
    const open = await driverOf(database)<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL))
        AND c.relname NOT LIKE 'bench%' ORDER BY 1`
    expect(open.map(({ name }) => name).toSorted()).toEqual(WITHOUT_POLICY)
    const views = await driverOf(database)<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c WHERE c.relkind IN ('v', 'm')
        AND c.relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`
    expect(views).toHaveLength(0)
  })

  it('[ISO2] the roles of a transaction can neither log in, nor bypass a policy, nor own a table', async () => {
    const rows = await driverOf(await testDatabase())<Record<string, unknown>[]>`
      SELECT rolname, rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS strong,
        (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid AND c.relkind = 'r') AS tables
      FROM pg_roles r WHERE rolname = ANY (${ROLES}) ORDER BY rolname`
    expect(rows.map((row) => ({ ...row }))).toEqual(
      ROLES.toSorted().map((rolname) => ({ rolname, strong: false, tables: 0 })),
    )
  })

  it('[ISO3] without a workspace nothing is seen, and what a transaction pins does not outlive it', async () => {
    const { database, call } = await startApp()
    await call(actorEndpoints.create, { body: anActor() })
    const count = (tx: Queries) => rowsOf<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM actors`)
    expect(await readWorkspace(database, reader(), count)).toEqual([{ n: 1 }])
    expect(await readWorkspace(database, reader('private', newId()), count)).toEqual([{ n: 0 }])
    expect(await readWorkspace(database, reader('private', ''), count)).toEqual([{ n: 0 }])
    const [left] = await driverOf(database)`SELECT current_user <> 'maillage_app' AS reset,
      coalesce(current_setting('app.workspace', true), '') AS workspace, coalesce(current_setting('app.audiences', true), '') AS audiences`
    expect(left).toEqual({ reset: true, workspace: '', audiences: '' })
  })

  it('[ISO4] a transaction can write neither in another workspace nor beyond its role', async () => {
    const { database, otherWorkspace } = await startApp()
    const other = await otherWorkspace()
    const author = { ...reader(), author: 'test', cause: 'edit' } as const
    const tried = (statement: SQL) => withWorkspace(database, author, ({ tx }) => rowsOf(tx, statement))
    await expect(
      tried(
        sql`INSERT INTO territories (workspace_id, id, name) VALUES (${other.id}::uuid, ${newId()}::uuid, 'x')`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
    for (const statement of [
      sql`UPDATE changes SET seq = 1`,
      sql`DELETE FROM changes`,
      sql`SELECT password_hash FROM accounts`,
      sql`SELECT * FROM sessions`,
      sql`INSERT INTO workspaces (id, name) VALUES (${newId()}::uuid, 'x')`,
    ])
      await expect(tried(statement)).rejects.toMatchObject({ code: '42501' })
    await expect(
      readWorkspace(database, reader(), (tx) => rowsOf(tx, sql`DELETE FROM actors`)),
    ).rejects.toMatchObject({ code: '25006' })
    await expect(withAccounts(database, (tx) => rowsOf(tx, sql`SELECT * FROM actors`))).rejects.toMatchObject(
      {
        code: '42501',
      },
    )
  })
})

/** Enough rows for an index to be worth it, in a town. */
const MANY = 6_000
const BBOX = '3.06,50.62,3.07,50.63'

async function fill(database: Database): Promise<void> {
  await rowsAsOperator(
    database,
    sql`INSERT INTO actors (workspace_id, id, name, type_id)
      SELECT ${DEFAULT_WORKSPACE}::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Accueil ' || md5(n::text), 'ccas'
      FROM generate_series(1, ${MANY}::int) n`,
  )
  await rowsAsOperator(
    database,
    sql`INSERT INTO places (workspace_id, id, actor_id, position, point, commune_code)
      SELECT ${DEFAULT_WORKSPACE}::uuid, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0,
        ST_SetSRID(ST_MakePoint(-3 + 10 * (n % 89) / 89.0, 43 + 8 * (n % 97) / 97.0), 4326), '59' || lpad((n % 900)::text, 3, '0')
      FROM generate_series(1, ${MANY}::int) n`,
  )
  await rowsAsOperator(
    database,
    sql`SELECT refresh_actors(${DEFAULT_WORKSPACE}::uuid, array_agg(id)) FROM actors`,
  )
  // Also empties what GIN has put off: until then its index looks dearer than it is.
  await driverOf(database)`VACUUM ANALYZE`.simple()
}

const planOf = async (rows: Promise<{ 'QUERY PLAN': unknown }[]>) =>
  JSON.stringify((await rows)[0]!['QUERY PLAN'])

/** The plans of what the map and the search ask, as the application's role. */
const PLANS: Record<string, [indexes: string[], plan: (tx: Queries) => Promise<string>]> = {
  'a tile': [
    ['map_points_geom'],
    (tx) => {
      const context = { ...reader('partners'), now: new Date(), search: null }
      const { sql: text, params } = unfilteredStatement('server', {
        layer: 'actors',
        z: 14,
        x: 0,
        y: 0,
        query: {},
        context,
      })
      const values = {
        x: 8331,
        y: 5496,
        workspaceId: DEFAULT_WORKSPACE,
        freshSince: '2026-01-01',
        staleBefore: '2025-01-01',
      }
      return planOf(
        runCompiled(
          tx,
          { sql: `EXPLAIN (FORMAT JSON) ${text}`, params },
          { ...values, audience: 'partners' },
        ),
      )
    },
  ],
  'a box on the map': [['places_point'], (tx) => filtered(tx, { bbox: BBOX })],
  words: [['actors_search'], (tx) => filtered(tx, { q: 'a1d0c6e83f027327d8461063f4ac58a6' })],
  'a commune': [['actors_partners_communes'], (tx) => filtered(tx, { commune: '59123' })],
  'the beginning of a word': [
    ['search_lexemes_prefix', 'search_lexemes_trigrams'],
    (tx) =>
      explained(
        tx,
        sql`SELECT 1 FROM search_lexemes WHERE workspace_id = ${DEFAULT_WORKSPACE}::uuid AND lexeme LIKE 'abc%'`,
      ),
  ],
  'a misspelt word': [
    ['search_lexemes_trigrams'],
    (tx) =>
      explained(
        tx,
        sql`SELECT lexeme FROM search_lexemes WHERE workspace_id = ${DEFAULT_WORKSPACE}::uuid ORDER BY lexeme <-> 'acueil' LIMIT 24`,
      ),
  ],
}

const explained = (tx: Queries, statement: SQL) => planOf(rowsOf(tx, sql`EXPLAIN (FORMAT JSON) ${statement}`))

async function filtered(tx: Queries, input: object): Promise<string> {
  const filter = ActorFilter.parse(input)
  const context = await filterContext(tx, { ...reader('partners'), now: new Date() }, filter.q)
  return explained(tx, sql`SELECT a.id FROM actors a WHERE ${conditions(filter, context)}`)
}

describe.each([
  ['policies', false],
  ['views, where operators cannot be marked leakproof', true],
] as const)('indexes stay in use under %s', (_, managed) => {
  let database: Database
  beforeAll(async () => {
    database = await emptyDatabase()
    await fill(database)
  })

  it.each(Object.keys(PLANS))('[ISO5] for %s', async (name) => {
    const [indexes, plan] = PLANS[name]!
    await withoutLeakproof(database, managed, async () => {
      const seen = await readWorkspace(database, reader('partners'), async (tx) => {
        // On so few rows reading them all may be cheaper; what counts is whether the index may be used.
        await rowsOf(tx, sql`SELECT set_config('enable_seqscan', 'off', true)`)
        return plan(tx)
      })
      expect(
        indexes.some((index) => seen.includes(`"${index}"`)),
        seen,
      ).toBe(true)
    })
  })

  it('[ISO6] and what is above the reader, or elsewhere, is not there', async () => {
    await withoutLeakproof(database, managed, async () => {
      const { call, as, otherWorkspace } = await startApp()
      const secret = anActor({ name: 'Zanzibar', audience: 'private' })
      await call(actorEndpoints.create, { body: secret })
      await call(actorEndpoints.create, { body: anActor({ places: [aPlace({ audience: 'partners' })] }) })
      const totals = async (client: Pick<Awaited<ReturnType<typeof as>>, 'call'>) => {
        const { total, places } = await client.call(actorEndpoints.list, { query: {} })
        return [total, places]
      }
      expect(await totals(await as('trainer'))).toEqual([2, 2])
      expect(await totals(await as('participant'))).toEqual([1, 1])
      expect(await totals(await as('visitor'))).toEqual([1, 0])
      expect(await totals(await (await otherWorkspace()).as('administrator'))).toEqual([0, 0])
      const found = await (await as('visitor')).call(actorEndpoints.list, { query: { q: 'zanzibor' } })
      expect([found.total, found.corrected]).toEqual([0, null])
    })
  })
})

/** As on a managed server, which refuses the mark. */
async function withoutLeakproof(
  database: Database,
  managed: boolean,
  work: () => Promise<void>,
): Promise<void> {
  if (!managed) return work()
  await driverOf(database)`ALTER FUNCTION geometry_overlaps(geometry, geometry) NOT LEAKPROOF`
  await driverOf(database)`ALTER FUNCTION ts_match_vq(tsvector, tsquery) NOT LEAKPROOF`
  forgetReadingPath(database)
  try {
    expect(await readingPath(database)).toContain('maillage_reading')
    await work()
  } finally {
    await driverOf(database).begin((tx) => markLeakproof(tx))
    forgetReadingPath(database)
  }
}
