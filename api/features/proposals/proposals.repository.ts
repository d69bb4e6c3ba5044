import { and, eq, sql } from 'drizzle-orm'
import { fieldsOf } from '#api/features/actors/actors.repository'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import type { ActorFields } from '#contract/actors'
import type { Proposal } from '#contract/proposals'
import type { Queries } from '#db/client'
import { proposals } from '#db/schema/proposals'
import { rowsOf, uuidArray } from '#db/transaction'
import type { Reader } from '#db/workspace'

export type StoredProposal = Omit<Proposal, 'difference' | 'similar'> &
  Pick<typeof proposals.$inferSelect, 'set' | 'audience'>

/** False when there is one with this id already. */
export async function insertProposal(tx: Queries, proposal: typeof proposals.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(proposals)
    .values(proposal)
    .onConflictDoNothing()
    .returning({ id: proposals.id })
  return inserted.length > 0
}

const iso = (column: 'at' | 'decided_at') =>
  sql`to_char(p.${sql.identifier(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Of one state: what waits in the order of arrival, what is decided latest first. */
export async function listProposals(
  tx: Queries,
  { workspaceId }: Reader,
  { state, limit, offset }: { state: Proposal['state']; limit: number; offset: number },
): Promise<{ items: StoredProposal[]; total: number }> {
  const order = state === 'waiting' ? sql`p.at, p.id` : sql`p.decided_at DESC, p.id`
  const items = await rowsOf<StoredProposal>(
    tx,
    sql`SELECT p.id, ${iso('at')} AS at, ${nameOfAuthor(sql`p.author`)} AS author, p.audience, p.actor_id AS "actorId",
        coalesce((SELECT a.name FROM actors a WHERE a.workspace_id = p.workspace_id AND a.id = p.actor_id), p.title) AS title,
        p.message, p.set, p.state, ${nameOfAuthor(sql`p.decided_by`)} AS "decidedBy", ${iso('decided_at')} AS "decidedAt", p.reason
      FROM proposals p WHERE p.workspace_id = ${workspaceId}::uuid AND p.state = ${state}::text
      ORDER BY ${order} LIMIT ${limit}::int OFFSET ${offset}::int`,
  )
  const total = await tx.$count(
    proposals,
    and(eq(proposals.workspaceId, workspaceId), eq(proposals.state, state)),
  )
  return { items, total }
}

/** What the actors of a page of proposals hold now, by id. */
export async function fieldsById(
  tx: Queries,
  { workspaceId }: Reader,
  ids: readonly string[],
): Promise<Map<string, ActorFields>> {
  const rows = await rowsOf<{ id: string; fields: ActorFields }>(
    tx,
    sql`SELECT a.id, ${fieldsOf} AS fields FROM actors a
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ANY (${uuidArray(ids)})`,
  )
  return new Map(rows.map(({ id, fields }) => [id, fields]))
}

const same = (workspaceId: string, id: string) =>
  and(eq(proposals.workspaceId, workspaceId), eq(proposals.id, id))

/** A proposal that nobody else decides until the transaction ends. */
export const lockProposal = async (tx: Queries, workspaceId: string, id: string) =>
  (await tx.select().from(proposals).where(same(workspaceId, id)).for('update'))[0]

export const decideProposal = (
  tx: Queries,
  workspaceId: string,
  id: string,
  decision: Pick<typeof proposals.$inferInsert, 'state' | 'decidedBy' | 'decidedAt' | 'reason'>,
) => tx.update(proposals).set(decision).where(same(workspaceId, id))
