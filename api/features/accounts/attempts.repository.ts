import { inArray, lt, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Queries } from '#db/client'
import { attempts } from '#db/schema/accounts'
import { rowsOf, textArray } from '#db/transaction'

/** Failures under each key since `since`, in milliseconds. The keys are held until the transaction ends. */
export async function lockAttempts(
  tx: Queries,
  keys: readonly string[],
  since: Date,
): Promise<Map<string, number[]>> {
  // In one order, so that two requests cannot wait for each other.
  await rowsOf(
    tx,
    sql`SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM (SELECT unnest(${textArray(keys)}) AS key ORDER BY 1) AS k`,
  )
  const rows = await rowsOf<{ key: string; at: string }>(
    tx,
    sql`SELECT key, (extract(epoch FROM at) * 1000)::bigint::text AS at FROM attempts
      WHERE key = ANY (${textArray(keys)}) AND at > ${since.toISOString()}::timestamptz`,
  )
  const found = Map.groupBy(rows, ({ key }) => key)
  return new Map(keys.map((key) => [key, (found.get(key) ?? []).map(({ at }) => Number(at))]))
}

/** Notes one attempt under each key, and forgets those before `since`. Answers with their ids. */
export async function insertAttempts(tx: Queries, keys: readonly string[], now: Date, since: Date) {
  await tx.delete(attempts).where(lt(attempts.at, since.toISOString()))
  const rows = keys.map((key) => ({ id: newId(), key, at: now.toISOString() }))
  await tx.insert(attempts).values(rows)
  return rows.map(({ id }) => id)
}

export const removeAttempts = (tx: Queries, ids: readonly string[]) =>
  tx.delete(attempts).where(inArray(attempts.id, [...ids]))

export const removeAttemptsUnder = (tx: Queries, key: string) => tx.delete(attempts).where(sql`key = ${key}`)
