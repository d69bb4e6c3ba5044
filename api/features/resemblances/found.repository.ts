import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Found } from '#api/domain/resemblance'
import type { Queries } from '#db/client'
import { rowsOf, uuidArray } from '#db/transaction'

/** A pair that resembles, the smaller id first. */
export type FoundPair = Found & { one: string; other: string }

/** Days after which a pair of which somebody was unsure is asked again. */
const ASK_AGAIN = 30

/**
 * Remembers pairs. What somebody has decided stays; of what they were unsure it is asked again when there is a new
 * reason, or later. Answers how many are to be asked that were not before.
 */
export async function storeFound(
  tx: Queries,
  workspaceId: string,
  found: readonly FoundPair[],
  now: Date,
): Promise<number> {
  const rows = found.map((pair) => ({ ...pair, id: newId() }))
  const at = now.toISOString()
  const stored = await rowsOf<{ is_new: boolean }>(
    tx,
    sql`INSERT INTO resemblances AS held (workspace_id, id, one, other, score, reasons, likely, found_at)
      SELECT ${workspaceId}::uuid, f.id, f.one, f.other, f.score, ARRAY(SELECT jsonb_array_elements_text(f.reasons)),
        f.likely, clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        AS f(id uuid, one uuid, other uuid, score real, reasons jsonb, likely text)
      JOIN actors x ON x.workspace_id = ${workspaceId}::uuid AND x.id = f.one
      JOIN actors y ON y.workspace_id = ${workspaceId}::uuid AND y.id = f.other
      ON CONFLICT (workspace_id, one, other) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
        likely = excluded.likely, found_at = excluded.found_at, verdict = NULL, decided_by = NULL, decided_at = NULL
      WHERE held.verdict IS NULL OR (held.verdict = 'unsure' AND (held.reasons <> excluded.reasons
        OR held.decided_at < ${at}::timestamptz - make_interval(days => ${ASK_AGAIN}::int)))
      RETURNING id IN (SELECT f.id FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS f(id uuid)) AS is_new`,
  )
  return stored.filter(({ is_new }) => is_new).length
}

/** The database's own clock: what is found from here on is found later. */
export async function beginning(tx: Queries): Promise<string> {
  const [row] = await rowsOf<{ at: string }>(tx, sql`SELECT clock_timestamp()::text AS at`)
  return row!.at
}

/** Pairs that nobody has decided and that do not resemble any more: those not found again since the beginning. */
export const forgetUnfound = (
  tx: Queries,
  workspaceId: string,
  around: readonly string[] | 'all',
  begun: string,
) =>
  rowsOf(
    tx,
    sql`DELETE FROM resemblances WHERE workspace_id = ${workspaceId}::uuid AND verdict IS NULL
      AND found_at < ${begun}::text::timestamptz
      ${around === 'all' ? sql`` : sql`AND (one = ANY (${uuidArray(around)}) OR other = ANY (${uuidArray(around)}))`}`,
  )
