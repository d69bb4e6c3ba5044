import { sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { WorkspaceTransaction } from '#db/workspace'

/** Deletes the contacts of persons last verified on that day or before. Answers with how many each actor lost. */
export async function deletePersonalContacts(
  { tx, workspaceId }: WorkspaceTransaction,
  day: string,
): Promise<Map<string, number>> {
  const rows = await rowsOf<{ actorId: string }>(
    tx,
    sql`DELETE FROM contacts WHERE workspace_id = ${workspaceId}::uuid AND person_name IS NOT NULL
      AND coalesce(verified_on, consented_on) <= ${day}::date RETURNING actor_id AS "actorId"`,
  )
  const counts = new Map<string, number>()
  for (const { actorId } of rows) counts.set(actorId, (counts.get(actorId) ?? 0) + 1)
  return counts
}

/** The persons behind contacts that are still there. */
export async function listPersonalContacts({ tx, workspaceId }: WorkspaceTransaction): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT id FROM contacts WHERE workspace_id = ${workspaceId}::uuid AND person_name IS NOT NULL`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Where values that were or would be a contact of a person are kept beside the contact itself. */
export const KEPT_ASIDE = { changes: ['before', 'after'], proposals: ['set'] } as const

type Aside = { id: string; columns: Record<string, unknown> }

export const findPersonsAside = (
  { tx, workspaceId }: WorkspaceTransaction,
  table: keyof typeof KEPT_ASIDE,
): Promise<Aside[]> => {
  const columns = KEPT_ASIDE[table].map((name) => sql.identifier(name))
  const text = sql.join(
    columns.map((column) => sql`strpos(${column}::text, '"consentedOn"') > 0`),
    sql` OR `,
  )
  const pairs = sql.join(
    columns.map((column, index) => sql`${KEPT_ASIDE[table][index]}::text, ${column}`),
    sql`, `,
  )
  return rowsOf(
    tx,
    sql`SELECT id, jsonb_build_object(${pairs}) AS columns FROM ${sql.identifier(table)}
      WHERE workspace_id = ${workspaceId}::uuid AND (${text})`,
  )
}

/** Accounts that nobody has entered since an instant; the only administrator of a workspace stays. */
export const findIdleAccounts = async (tx: Queries, since: Date): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT a.id FROM accounts a WHERE coalesce(a.last_sign_in_at, a.created_at) <= ${since.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.account_id = a.id AND m.role = 'administrator' AND NOT EXISTS (
        SELECT 1 FROM members o WHERE o.workspace_id = m.workspace_id AND o.role = 'administrator' AND o.account_id <> a.id))
      ORDER BY a.id`,
  )
  return rows.map(({ id }) => id)
}

/** Deletes the rows of a table of the server whose instant is then or before. Answers how many. */
export async function deleteUntil(
  tx: Queries,
  table: 'sessions' | 'challenges' | 'access_tokens' | 'invitations' | 'security_events' | 'attempts',
  column: 'expires_at' | 'at',
  until: Date,
): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`WITH gone AS (DELETE FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} <= ${until.toISOString()}::timestamptz RETURNING 1)
      SELECT count(*)::int AS n FROM gone`,
  )
  return row!.n
}
