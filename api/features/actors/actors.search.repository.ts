import { type SQL, sql } from 'drizzle-orm'
import type { ActorFacets, ActorFilter, ActorPage, ActorQuery, ActorSummary } from '#contract/actors'
import type { Database, Queries } from '#db/client'
import { remembered } from '#db/remembered'
import { rowsOf } from '#db/transaction'
import { type Reader, readWorkspace } from '#db/workspace'
import {
  activeKeys,
  communesOf,
  condition,
  conditions,
  type FilterContext,
  type FilterKey,
  freshnessOf,
} from './actors.filter.repository.ts'
import { pointsOf, type SummaryRow, summaryOf, toSummary } from './actors.repository.ts'

type Scope = Reader & { database: Database; now: Date }

/** The typed text as a query and, when it had to be corrected, the words it was corrected to. */
export async function filterContext(
  tx: Queries,
  { workspaceId, audience, now }: Reader & { now: Date },
  q: string | undefined,
): Promise<FilterContext & { corrected: string | null }> {
  if (!q) return { workspaceId, audience, now, search: null, corrected: null }
  const [row] = await rowsOf<{ query: string | null; corrected: string | null }>(
    tx,
    sql`SELECT query::text, corrected FROM search_query(${workspaceId}::uuid, ${q}::text)`,
  )
  return { workspaceId, audience, now, search: row?.query ?? null, corrected: row?.corrected ?? null }
}

/** Beyond this many matches a rank tells nothing, and costs more than the answer. */
const RANKED = 1_000

const ORDERS: Record<ActorQuery['sort'], SQL> = {
  relevance: sql`rank DESC, name, id`,
  name: sql`name, id`,
  verification: sql`verified_at ASC NULLS FIRST, name, id`,
  updated: sql`updated_at DESC, id`,
}

/** The ids of one page, in order; wide rows are read for them alone. */
function pageOf(query: ActorQuery, context: FilterContext): SQL {
  const where = conditions(query, context)
  const slice = sql`LIMIT ${query.limit}::int OFFSET ${query.offset}::int`
  if (query.sort !== 'relevance' || context.search === null)
    return sql`SELECT id, row_number() OVER () AS position FROM (
      SELECT a.id FROM actors a WHERE ${where} ORDER BY ${ORDERS[query.sort === 'relevance' ? 'name' : query.sort]} ${slice}) sorted`
  return sql`SELECT id, row_number() OVER () AS position FROM (
    SELECT id FROM (
      SELECT a.id, a.name, ts_rank_cd(a.search, ${context.search}::tsquery) AS rank FROM actors a WHERE ${where} LIMIT ${RANKED}::int
    ) found ORDER BY ${ORDERS.relevance} ${slice}) sorted`
}

export async function listActors(scope: Scope, query: ActorQuery): Promise<ActorPage> {
  const { limit: _, offset: __, sort: ___, ...filter } = query
  const { context, rows, counting } = await readWorkspace(scope.database, scope, async (tx) => {
    const context = await filterContext(tx, scope, query.q)
    // On another connection meanwhile; where there is one alone, once this one is free.
    const counting = countActors(scope, filter, context)
    counting.catch(() => {})
    const rows = await rowsOf<SummaryRow>(
      tx,
      sql`WITH page AS MATERIALIZED (${pageOf(query, context)})
        SELECT ${summaryOf(scope, scope.now)} FROM page JOIN actors a ON a.workspace_id = ${scope.workspaceId}::uuid AND a.id = page.id
        ORDER BY page.position`,
    )
    return { context, rows, counting }
  })
  const counted = await counting
  return {
    items: rows.map((row) => toSummary(row, scope.now)),
    ...counted,
    relax: counted.total === 0 ? await relaxations(scope, filter, context) : [],
    corrected: context.corrected,
  }
}

type Counts = Pick<ActorPage, 'total' | 'places' | 'unplaced'>

const countActors = (scope: Scope, filter: ActorFilter, context: FilterContext): Promise<Counts> =>
  remembered(scope.database, scope, scope.now, `counts ${JSON.stringify(filter)}`, async (tx) => {
    const [row] = await rowsOf<Record<keyof Counts, string>>(
      tx,
      sql`SELECT count(*) AS total, coalesce(sum(${pointsOf(scope)}), 0) AS places,
          count(*) FILTER (WHERE ${pointsOf(scope)} = 0) AS unplaced
        FROM actors a WHERE ${conditions(filter, context)}`,
    )
    return { total: Number(row!.total), places: Number(row!.places), unplaced: Number(row!.unplaced) }
  })

/** How many would pass without each active filter, best first: what a page with no result offers. */
async function relaxations(scope: Scope, filter: ActorFilter, context: FilterContext) {
  const keys = activeKeys(filter).filter((key) => key !== 'territory')
  const counts = await Promise.all(
    keys.map(async (key) => {
      const { total } = await countActors(scope, { ...filter, [key]: undefined }, context)
      return { filter: key as string, total }
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
  commune: sql`SELECT unnest(b.communes) AS value`,
  freshness: sql`SELECT b.freshness AS value`,
}

/** Distinct actors for each value of each facet; see {@link ActorFacets}. */
export const countFacets = (scope: Scope, filter: ActorFilter): Promise<ActorFacets> =>
  remembered(scope.database, scope, scope.now, `facets ${JSON.stringify(filter)}`, (tx) =>
    facetsOf(tx, scope, filter),
  )

/** In one pass over those that pass every filter that is not a facet. */
async function facetsOf(tx: Queries, scope: Scope, filter: ActorFilter): Promise<ActorFacets> {
  const context = await filterContext(tx, scope, filter.q)
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
    tx,
    sql`WITH base AS MATERIALIZED (
        SELECT a.id, a.family, a.type_id, a.kind, a.publics, ${communesOf(scope)} AS communes, (${freshnessOf(scope.now)}) AS freshness,
          (${openNow}) AS open_now ${sql.join(flags, sql``)}
        FROM actors a WHERE ${conditions(filter, context, own)}
      ), counted AS (
        ${sql.join(counts, sql` UNION ALL `)}
        UNION ALL SELECT 'openNow', '', count(*) FROM base b WHERE b.open_now AND ${others(null)}
      )
      SELECT facet, value, n, CASE WHEN facet = 'commune' THEN (
        SELECT z.name FROM zones z WHERE z.level = 'commune' AND z.code = value ORDER BY z.vintage DESC LIMIT 1) END AS label
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
  tx: Queries,
  { now, ...reader }: Reader & { now: Date },
  name: string,
  point: { longitude: number; latitude: number } | null,
): Promise<ActorSummary[]> {
  const near = point
    ? sql`EXISTS (SELECT 1 FROM places p WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id
        AND ST_DWithin(p.point::geography, ST_SetSRID(ST_MakePoint(${point.longitude}::float8, ${point.latitude}::float8), 4326)::geography, 150))`
    : sql`false`
  const rows = await rowsOf<SummaryRow>(
    tx,
    sql`WITH found AS MATERIALIZED (
        SELECT a.*, similarity(plain(a.name), plain(${name}::text)) AS likeness, ${near} AS near FROM actors a, search_query(${reader.workspaceId}::uuid, ${name}::text) s
        WHERE a.workspace_id = ${reader.workspaceId}::uuid AND a.archived_at IS NULL AND a.search @@ s.query LIMIT 500)
      SELECT ${summaryOf(reader, now)} FROM found a WHERE likeness >= 0.3 ORDER BY near DESC, likeness DESC, a.name LIMIT 8`,
  )
  return rows.map((row) => toSummary(row, now))
}
