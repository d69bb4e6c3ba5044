import { type SQL, sql } from 'drizzle-orm'
import { type SummaryRow, summaryOf, toSummary } from '#api/features/actors/actors.repository'
import type { ActorSummary } from '#contract/actors'
import type { Queries } from '#db/client'
import { rowsOf, uuidArray } from '#db/transaction'
import type { Reader } from '#db/workspace'
import type { WantedAddress } from './wanted-addresses.repository.ts'

/** A place with an address and no point; `key` is its id. */
export type UnplacedPlace = WantedAddress & {
  actorId: string
  /** Only the team may see it: its address stays here. */
  isPrivate: boolean
}

/** Of a place `p` of an actor `a`. A person's function has no address, and is never looked for. */
const isUnplaced = (workspaceId: string): SQL => sql`a.workspace_id = ${workspaceId}::uuid
  AND a.archived_at IS NULL AND a.kind <> 'function' AND p.point IS NULL AND p.address IS NOT NULL`

const PLACES = sql`places p JOIN actors a ON a.workspace_id = p.workspace_id AND a.id = p.actor_id`

const COLUMNS = sql`p.id AS key, p.address, p.postcode, p.commune_code AS "communeCode",
  p.commune_name AS "communeName", p.actor_id AS "actorId", p.visible_to = 'private' AS "isPrivate"`

export const countUnplaced = async (tx: Queries, { workspaceId }: Reader): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`SELECT count(*)::int AS n FROM ${PLACES} WHERE ${isUnplaced(workspaceId)}`,
  )
  return row!.n
}

/** Places that wait for a point, by the name of their actor; of some actors only, if any are given. */
export const listUnplaced = (
  tx: Queries,
  { workspaceId }: Reader,
  actorIds: readonly string[] | undefined,
  limit: number,
): Promise<UnplacedPlace[]> =>
  rowsOf(
    tx,
    sql`SELECT ${COLUMNS} FROM ${PLACES} WHERE ${isUnplaced(workspaceId)}
      ${actorIds ? sql`AND a.id = ANY (${uuidArray(actorIds)})` : sql``}
      ORDER BY a.name, a.id, p.position LIMIT ${limit}::int`,
  )

/** The same, a page of them with their actors. */
export async function pageUnplaced(
  tx: Queries,
  reader: Reader,
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<(UnplacedPlace & { actor: ActorSummary })[]> {
  const rows = await rowsOf<SummaryRow & { place: UnplacedPlace }>(
    tx,
    sql`SELECT ${summaryOf(reader, now)}, (SELECT to_jsonb(c) FROM (SELECT ${COLUMNS}) c) AS place
      FROM ${PLACES} WHERE ${isUnplaced(reader.workspaceId)}
      ORDER BY a.name, a.id, p.position LIMIT ${limit}::int OFFSET ${offset}::int`,
  )
  return rows.map(({ place, ...actor }) => ({ ...place, actor: toSummary(actor, now) }))
}

/** Whether the workspace's administrator lets the service be asked. */
export const isServiceAllowed = async (tx: Queries, { workspaceId }: Reader): Promise<boolean> => {
  const [row] = await rowsOf<{ geocodes: boolean }>(
    tx,
    sql`SELECT geocodes FROM workspaces WHERE id = ${workspaceId}::uuid`,
  )
  return row?.geocodes ?? false
}

export const setServiceAllowed = (tx: Queries, workspaceId: string, allowed: boolean) =>
  rowsOf(tx, sql`UPDATE workspaces SET geocodes = ${allowed}::boolean WHERE id = ${workspaceId}::uuid`)
