import { type SQL, sql } from 'drizzle-orm'
import { freshnessBounds } from '#api/domain/freshness'
import { localTime, minuteOfWeek } from '#api/domain/local-time'
import type { ActorFilter } from '#contract/actors'
import { textArray } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** `search` is the tsquery that {@link ActorFilter.q} became; null when there is no text. */
export type FilterContext = Reader & { now: Date; search: string | null }
export type FilterKey = Exclude<keyof ActorFilter, 'archived'>

/** On a place `p`. */
const isOpen = (local: string): SQL =>
  sql`(p.open_week @> ${minuteOfWeek(local)}::int OR p.open_dates @> ${local}::timestamp)`

/** As a set: asked for one actor after another, the same costs four times more on many (measured). */
const openAt = (local: string, { workspaceId }: FilterContext): SQL =>
  sql`a.id IN (SELECT p.actor_id FROM places p WHERE p.workspace_id = ${workspaceId}::uuid AND ${isOpen(local)})`

/** Communes of the places of an actor `a` that the reader may see: one column for each audience. */
export const communesOf = ({ audience }: Reader): SQL =>
  ({
    public: sql`a.public_commune_codes`,
    partners: sql`a.partners_commune_codes`,
    private: sql`a.commune_codes`,
  })[audience]

/** What a territory covers: its commune codes, and what was drawn. */
export type Extent = { codes: SQL; polygon: SQL }

/** Whether an actor `a` has a place inside, or an intervention area that crosses: computed, never stored. */
export const isWithin = (reader: Reader, { codes, polygon }: Extent): SQL => sql`(
  ${communesOf(reader)} && ${codes} OR a.area_communes && ${codes} OR ST_Intersects(a.area_polygon, ${polygon})
  OR (${polygon} IS NOT NULL AND a.id IN (
    SELECT p.actor_id FROM places p WHERE p.workspace_id = ${reader.workspaceId}::uuid AND ST_Intersects(p.point, ${polygon}))))`

/** Asked for once a statement, not once an actor. */
export const extentOf = (workspaceId: string, id: string): Extent => ({
  codes: sql`(SELECT territory_communes(${workspaceId}::uuid, ${id}::uuid))`,
  polygon: sql`(SELECT polygon FROM territories WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid)`,
})

/** Freshness of the actor `a`, as the domain defines it. */
export const freshnessOf = (now: Date): SQL => {
  const { freshSince, staleBefore } = freshnessBounds(now)
  return sql`CASE WHEN a.verified_at IS NULL THEN 'unverified'
    WHEN a.verified_at > ${freshSince.toISOString()}::timestamptz THEN 'fresh'
    WHEN a.verified_at > ${staleBefore.toISOString()}::timestamptz THEN 'aging' ELSE 'stale' END`
}

/** Null when no hours of any of its places are known. */
export const openNowOf = (now: Date): SQL => sql`(
  SELECT bool_or(coalesce(${isOpen(localTime(now))}, false)) FROM places p
  WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id AND p.hours IS NOT NULL)`

const oneOf = (expression: SQL, values: readonly string[]): SQL =>
  sql`${expression} = ANY (${textArray(values)})`
const overlap = (column: SQL, values: readonly string[]): SQL => sql`${column} && ${textArray(values)}`

/** One condition for each key of the filter, on an actor called `a`. */
const CONDITIONS: { [K in FilterKey]: (value: NonNullable<ActorFilter[K]>, context: FilterContext) => SQL } =
  {
    q: (_, { search }) => (search === null ? sql`false` : sql`a.search @@ ${search}::tsquery`),
    territory: (id, reader) => isWithin(reader, extentOf(reader.workspaceId, id)),
    family: (values) => oneOf(sql`a.family`, values),
    type: (values) =>
      sql`(${oneOf(sql`a.type_id`, values)} OR ${overlap(sql`a.secondary_type_ids`, values)})`,
    kind: (values) => oneOf(sql`a.kind`, values),
    public: (values) => overlap(sql`a.publics`, values),
    approach: (values) =>
      sql`EXISTS (SELECT 1 FROM jsonb_array_elements(a.approaches) e WHERE ${oneOf(sql`e->>'approach'`, values)})`,
    commune: (values, reader) => overlap(communesOf(reader), values),
    freshness: (values, { now }) => oneOf(sql`(${freshnessOf(now)})`, values),
    openAt: (local, context) => openAt(local, context),
    openNow: (wanted, context) => (wanted ? openAt(localTime(context.now), context) : sql`true`),
    bbox: ([west, south, east, north], { workspaceId }) => sql`a.id IN (
    SELECT p.actor_id FROM places p WHERE p.workspace_id = ${workspaceId}::uuid
    AND p.point && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326))`,
  }

export const activeKeys = (filter: ActorFilter): FilterKey[] =>
  (Object.keys(CONDITIONS) as FilterKey[]).filter((key) => {
    const value = filter[key]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false
  })

export const condition = <K extends FilterKey>(key: K, filter: ActorFilter, context: FilterContext): SQL =>
  CONDITIONS[key](filter[key] as NonNullable<ActorFilter[K]>, context)

/** The whole filter as one condition on `a`, leaving some keys out. */
export function conditions(
  filter: ActorFilter,
  context: FilterContext,
  except: readonly FilterKey[] = [],
): SQL {
  const parts = activeKeys(filter)
    .filter((key) => !except.includes(key))
    .map((key) => condition(key, filter, context))
  const state = filter.archived ? sql`a.archived_at IS NOT NULL` : sql`a.archived_at IS NULL`
  return sql.join([sql`a.workspace_id = ${context.workspaceId}::uuid`, state, ...parts], sql` AND `)
}
