import { sql } from 'drizzle-orm'
import { joinLiving } from '#api/features/records/actors-in-records.repository'
import type { Scales } from '#contract/scales'
import type { Queries } from '#db/client'
import { scales } from '#db/schema/cooperation'
import { rowsOf } from '#db/transaction'
import type { Reader, WorkspaceTransaction } from '#db/workspace'

/** The product's own words, and no team: what a workspace has as long as nobody has written any. */
const NONE: Scales = { need: null, possibility: null, quadrants: null, teamId: null, version: 0 }

/** The words of a workspace; its team only for who sees that actor, and as the living one where it was merged. */
export async function findScales(tx: Queries, { workspaceId }: Reader): Promise<Scales> {
  const [row] = await rowsOf<Scales>(
    tx,
    sql`SELECT s.need, s.possibility, s.quadrants, s.version, t.id AS "teamId" FROM scales s
      LEFT JOIN LATERAL (SELECT l.id FROM (SELECT 1) AS one ${joinLiving(sql`s.team_id`, sql`s.workspace_id`)}) t ON true
      WHERE s.workspace_id = ${workspaceId}::uuid`,
  )
  return row ?? NONE
}

/** The same, held until the transaction ends; made when there is none, so that two first writers follow one another. */
export async function lockScales({ tx, workspaceId, ...reader }: WorkspaceTransaction): Promise<Scales> {
  await tx.insert(scales).values({ workspaceId, version: 0 }).onConflictDoNothing()
  await rowsOf(tx, sql`SELECT 1 FROM scales WHERE workspace_id = ${workspaceId}::uuid FOR UPDATE`)
  return findScales(tx, { workspaceId, ...reader })
}

export const updateScales = (
  { tx, workspaceId }: WorkspaceTransaction,
  set: Partial<Scales> & { version: number },
) => tx.update(scales).set(set).where(sql`workspace_id = ${workspaceId}::uuid`)
