import { type SQL, sql } from 'drizzle-orm'
import { HEXAGON_AREA } from '#api/domain/hexagons'
import type { ObservationInput } from '#contract/observations'
import type { Queries } from '#db/client'
import { observations } from '#db/schema/observations'
import { rowsOf, uuidArray } from '#db/transaction'

type Within = { workspaceId: string }

/** Of what an observation names, what is not there for whoever puts it down, or is archived. */
export async function findUnknown(
  tx: Queries,
  { workspaceId }: Within,
  { groupId, publicIds, zoneIds }: Pick<ObservationInput, 'groupId' | 'publicIds' | 'zoneIds'>,
): Promise<('groupId' | 'publicIds' | 'zoneIds')[]> {
  const lacks = (ids: readonly string[], known: SQL) =>
    sql`EXISTS (SELECT 1 FROM unnest(${uuidArray(ids)}) AS n(id) WHERE NOT EXISTS (${known}))`
  const kept = (table: string) => sql`SELECT 1 FROM ${sql.identifier(table)} k
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.id = n.id AND k.archived_at IS NULL`
  const contour = sql`SELECT 1 FROM zones z WHERE z.id = n.id AND z.area IS NOT NULL
    UNION ALL SELECT 1 FROM drawn_zones d WHERE d.workspace_id = ${workspaceId}::uuid AND d.id = n.id`
  const [row] = await rowsOf<Record<'groupId' | 'publicIds' | 'zoneIds', boolean>>(
    tx,
    sql`SELECT ${lacks(groupId ? [groupId] : [], kept('groups'))} AS "groupId",
      ${lacks(publicIds, kept('target_publics'))} AS "publicIds", ${lacks(zoneIds, contour)} AS "zoneIds"`,
  )
  return (['groupId', 'publicIds', 'zoneIds'] as const).filter((name) => row![name])
}

/** Contours of the zones, taken together. */
const contoursOf = (workspaceId: string, zoneIds: readonly string[]): SQL =>
  sql`(SELECT ST_Multi(ST_CollectionExtract(ST_Union(ST_MakeValid(area)), 3)) FROM (
    SELECT area FROM zones WHERE id = ANY (${uuidArray(zoneIds)})
    UNION ALL SELECT area FROM drawn_zones WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${uuidArray(zoneIds)})) named)`

/** Whether one of the zones is smaller than a hexagon: a building that somebody drew. */
export async function hasTinyZone(
  tx: Queries,
  { workspaceId }: Within,
  zoneIds: readonly string[],
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`SELECT 1 FROM (SELECT id, area FROM zones WHERE id = ANY (${uuidArray(zoneIds)})
        UNION ALL SELECT id, area FROM drawn_zones WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${uuidArray(zoneIds)})) named
      WHERE ST_Area(area::geography) < ${HEXAGON_AREA}::float LIMIT 1`,
  )
  return rows.length > 0
}

type Put = Within & {
  input: ObservationInput
  area: NonNullable<(typeof observations.$inferInsert)['area']> | null
  accountId: string
  at: string
}

/** Writes what nobody can read back: asking for the row, even to see whether it is there, would be refused. */
export const insertObservation = (tx: Queries, { workspaceId, input, area, accountId, at }: Put) =>
  tx.insert(observations).values({
    ...input,
    workspaceId,
    accountId,
    createdAt: at,
    area: area ?? contoursOf(workspaceId, input.zoneIds),
  } as typeof observations.$inferInsert)

/** Takes back what somebody put down themselves in a round that is not revealed. Answers whether there was something. */
export async function withdrawOwn(
  tx: Queries,
  { workspaceId }: Within,
  id: string,
  accountId: string,
): Promise<boolean> {
  const [row] = await rowsOf<{ gone: boolean }>(
    tx,
    sql`SELECT maillage_sealed.withdraw_observation(${workspaceId}::uuid, ${id}::uuid, ${accountId}::uuid) AS gone`,
  )
  return row!.gone
}

export const deleteObservation = (tx: Queries, { workspaceId }: Within, id: string) =>
  rowsOf(tx, sql`DELETE FROM observations WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`)
