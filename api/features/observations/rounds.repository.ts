import { sql } from 'drizzle-orm'
import type { Round } from '#contract/observations'
import type { Queries } from '#db/client'
import { rounds } from '#db/schema/observations'
import { rowsOf } from '#db/transaction'

type Within = { workspaceId: string }
const instant = (column: string) =>
  sql`to_char(${sql.identifier(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Rounds with how many observations they hold and of how many voices, the newest first. */
export const listRounds = (
  tx: Queries,
  { workspaceId }: Within,
  id: string | null = null,
): Promise<Round[]> =>
  rowsOf(
    tx,
    sql`SELECT r.id, r.question, ${instant('opened_at')} AS "openedAt", ${instant('revealed_at')} AS "revealedAt",
        r.expires_on::text AS "expiresOn", coalesce(c.observations, 0) AS observations, coalesce(c.voices, 0) AS voices
      FROM rounds r LEFT JOIN maillage_sealed.round_counts(${workspaceId}::uuid) c ON c.round_id = r.id
      WHERE r.workspace_id = ${workspaceId}::uuid AND (${id}::uuid IS NULL OR r.id = ${id}::uuid)
      ORDER BY r.opened_at DESC, r.id DESC`,
  )

export const findRound = async (tx: Queries, within: Within, id: string): Promise<Round | undefined> =>
  (await listRounds(tx, within, id))[0]

export const insertRound = (
  tx: Queries,
  round: Within & { id: string; question: string; openedAt: string; expiresOn: string },
) => tx.insert(rounds).values(round)

type Held = { revealedAt: string | null; expiresOn: string; extended: boolean }

/** A round that stays as it is until the transaction ends: `share` lets others put down, `update` nobody. */
export async function holdRound(
  tx: Queries,
  { workspaceId }: Within,
  id: string,
  how: 'share' | 'update',
): Promise<Held | undefined> {
  const [row] = await rowsOf<Held>(
    tx,
    sql`SELECT ${instant('revealed_at')} AS "revealedAt", expires_on::text AS "expiresOn", extended FROM rounds
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid ${how === 'share' ? sql`FOR SHARE` : sql`FOR UPDATE`}`,
  )
  return row
}

export const updateRound = (
  tx: Queries,
  { workspaceId }: Within,
  id: string,
  set: Partial<{ revealedAt: string; expiresOn: string; extended: boolean }>,
) => tx.update(rounds).set(set).where(sql`workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`)

/** Deletes the rounds whose day has come, with what was put down in them. Answers how many observations went. */
export async function deleteRoundsUntil(tx: Queries, { workspaceId }: Within, day: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`SELECT coalesce(sum(c.observations), 0)::int AS n FROM maillage_sealed.round_counts(${workspaceId}::uuid) c
      JOIN rounds r ON r.workspace_id = ${workspaceId}::uuid AND r.id = c.round_id WHERE r.expires_on <= ${day}::date`,
  )
  await rowsOf(
    tx,
    sql`DELETE FROM rounds WHERE workspace_id = ${workspaceId}::uuid AND expires_on <= ${day}::date`,
  )
  return row!.n
}
