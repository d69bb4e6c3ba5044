import { type SQL, sql } from 'drizzle-orm'
import type { ActorFacets, ActorFilter, ActorPage, ActorQuery, ActorSummary } from '#contract/actors'
import { type Database, rowsOf } from '#db/client'
import {
  activeKeys,
  condition,
  conditions,
  type FilterContext,
  type FilterKey,
  freshnessOf,
} from './actors.filter.repository.ts'
import { type SummaryRow, summaryOf, toSummary } from './actors.repository.ts'

type Scope = { database: Database; workspaceId: string; now: Date }

/** The typed text as a query and, when it had to be corrected, the words it was corrected to. */
export async function filterContext(
  { database, workspaceId, now }: Scope,
  q: string | undefined,
): Promise<FilterContext & { corrected: string | null }> {
  if (!q) return { workspaceId, now, search: null, corrected: null }
  const [row] = await rowsOf<{ query: string | null; corrected: string | null }>(
    database,
    sql`SELECT query::text, corrected FROM search_query(${workspaceId}::uuid, ${q}::text)`,
  )
  return { workspaceId, now, search: row?.query ?? null, corrected: row?.corrected ?? null }
}

/** Beyond this many matches a rank tells nothing, and costs more than the answer. */
const RANKED = 2_000

const orderOf = (sort: ActorQuery['sort'], search: string | null): SQL => {
  switch (sort) {
    case 'verification':
      return sql`a.verified_at ASC NULLS FIRST, a.name, a.id`
    case 'updated':
      return sql`a.updated_at DESC, a.id`
    case 'relevance':
      if (search) return sql`rank DESC, a.name, a.id`
      return sql`a.name, a.id`
    case 'name':
      return sql`a.name, a.id`
  }
}

export async function listActors(scope: Scope, query: ActorQuery): Promise<ActorPage> {
  const context = await filterContext(scope, query.q)
  const where = conditions(query, context)
  const ranked = query.sort === 'relevance' && context.search !== null
  const rank = ranked ? sql`, ts_rank_cd(a.search, ${context.search}::tsquery) AS rank` : sql``
  const pool = ranked ? sql`LIMIT ${RANKED}` : sql``
  const page = sql`WITH found AS MATERIALIZED (
      SELECT a.*${rank} FROM actors a WHERE ${where} ${ranked ? pool : sql`ORDER BY ${orderOf(query.sort, null)} LIMIT ${query.limit} OFFSET ${query.offset}`}
    ) SELECT ${summaryOf(scope.now)} FROM found a ORDER BY ${orderOf(query.sort, ranked ? context.search : null)}
    ${ranked ? sql`LIMIT ${query.limit} OFFSET ${query.offset}` : sql``}`
  const [rows, counted] = await Promise.all([
    rowsOf<SummaryRow>(scope.database, page),
    rowsOf<{ total: string; places: string; unplaced: string }>(
      scope.database,
      sql`SELECT count(*) AS total, coalesce(sum(a.points), 0) AS places, count(*) FILTER (WHERE a.points = 0) AS unplaced
        FROM actors a WHERE ${where}`,
    ),
  ])
  const total = Number(counted[0]!.total)
  return {
    items: rows.map((row) => toSummary(row, scope.now)),
    total,
    places: Number(counted[0]!.places),
    unplaced: Number(counted[0]!.unplaced),
    relax: total === 0 ? await relaxations(scope.database, query, context) : [],
    corrected: context.corrected,
  }
}

/** How many would pass without each active filter, best first: what a page with no result offers. */
async function relaxations(database: Database, filter: ActorFilter, context: FilterContext) {
  const keys = activeKeys(filter).filter((key) => key !== 'territory')
  const counts = await Promise.all(
    keys.map(async (key) => {
      const [row] = await rowsOf<{ n: string }>(
        database,
        sql`SELECT count(*) AS n FROM actors a WHERE ${conditions(filter, context, [key])}`,
      )
      return { filter: key as string, total: Number(row!.n) }
    }),
  )
  return counts.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}

/** The facets, and for each the filter key that it widens rather than narrows. */
const FACETS = [
  'family',
  'type',
  'kind',
  'public',
  'commune',
  'freshness',
] as const satisfies readonly FilterKey[]

const FACET_VALUES: Record<(typeof FACETS)[number], SQL> = {
  family: sql`SELECT b.family AS value`,
  type: sql`SELECT b.type_id AS value`,
  kind: sql`SELECT b.kind AS value`,
  public: sql`SELECT unnest(b.publics) AS value`,
  commune: sql`SELECT unnest(b.commune_codes) AS value`,
  freshness: sql`SELECT b.freshness AS value`,
}

/** Distinct actors for each value of each facet, in one pass over those that pass every other filter. */
export async function countFacets(scope: Scope, filter: ActorFilter): Promise<ActorFacets> {
  const context = await filterContext(scope, filter.q)
  const own = activeKeys(filter).filter((key) => FACETS.includes(key as never))
  const flags = own.map(
    (key) => sql`, (${condition(key, filter, context)}) AS ${sql.identifier(`ok_${key}`)}`,
  )
  const others = (except: string | null): SQL => {
    const kept = own.filter((key) => key !== except).map((key) => sql`b.${sql.identifier(`ok_${key}`)}`)
    return kept.length ? sql.join(kept, sql` AND `) : sql`true`
  }
  const counts = FACETS.map(
    (
      facet,
    ) => sql`SELECT ${facet}::text AS facet, value, count(*) AS n FROM base b, LATERAL (${FACET_VALUES[facet]}) v
      WHERE ${others(facet)} GROUP BY value`,
  )
  const openNow = condition('openNow', { openNow: true } as ActorFilter, context)
  const rows = await rowsOf<{ facet: string; value: string; n: string; label: string | null }>(
    scope.database,
    sql`WITH base AS MATERIALIZED (
        SELECT a.id, a.family, a.type_id, a.kind, a.publics, a.commune_codes, (${freshnessOf(scope.now)}) AS freshness,
          (${openNow}) AS open_now ${sql.join(flags, sql``)}
        FROM actors a WHERE ${conditions(filter, context, own)}
      ), counted AS (
        ${sql.join(counts, sql` UNION ALL `)}
        UNION ALL SELECT 'openNow', '', count(*) FROM base b WHERE b.open_now AND ${others(null)}
      )
      SELECT facet, value, n, CASE WHEN facet = 'commune' THEN (
        SELECT p.commune_name FROM places p
        WHERE p.workspace_id = ${scope.workspaceId}::uuid AND p.commune_code = value LIMIT 1) END AS label
      FROM counted ORDER BY n DESC, value`,
  )
  const buckets = (facet: string) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, n }) => ({ value, label, count: Number(n) }))
  return {
    family: buckets('family'),
    type: buckets('type'),
    kind: buckets('kind'),
    public: buckets('public'),
    commune: buckets('commune').slice(0, 200),
    freshness: buckets('freshness'),
    openNow: Number(rows.find((row) => row.facet === 'openNow')?.n ?? 0),
  }
}

/** Actors whose name is close, nearest first; those within 150 m of the point come before. At most 8. */
export async function findSimilar(
  { database, workspaceId, now }: Scope,
  name: string,
  point: { longitude: number; latitude: number } | null,
): Promise<ActorSummary[]> {
  const near = point
    ? sql`EXISTS (SELECT 1 FROM places p WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id
        AND ST_DWithin(p.point::geography, ST_SetSRID(ST_MakePoint(${point.longitude}::float8, ${point.latitude}::float8), 4326)::geography, 150))`
    : sql`false`
  const rows = await rowsOf<SummaryRow>(
    database,
    sql`WITH found AS MATERIALIZED (
        SELECT a.*, similarity(plain(a.name), plain(${name}::text)) AS likeness, ${near} AS near FROM actors a, search_query(${workspaceId}::uuid, ${name}::text) s
        WHERE a.workspace_id = ${workspaceId}::uuid AND a.archived_at IS NULL AND a.search @@ s.query LIMIT 500)
      SELECT ${summaryOf(now)} FROM found a WHERE likeness >= 0.3 ORDER BY near DESC, likeness DESC, a.name LIMIT 8`,
  )
  return rows.map((row) => toSummary(row, now))
}
