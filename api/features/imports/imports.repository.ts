import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import type { ImportRun } from '#contract/imports'
import type { Queries } from '#db/client'
import { importRows, importRuns } from '#db/schema/imports'

export type Run = typeof importRuns.$inferSelect
type Key = Pick<Run, 'workspaceId' | 'id'>

/** States that a run leaves by itself, as long as its server lives. */
const UNFINISHED = ['queued', 'reading', 'writing'] as const satisfies Run['state'][]
export const UNFINISHED_STATES: readonly Run['state'][] = UNFINISHED

/** How long a file waits for somebody to apply it, or to answer. */
const KEPT_MS = 24 * 3_600_000
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS)

const same = ({ workspaceId, id }: Key) => and(eq(importRuns.workspaceId, workspaceId), eq(importRuns.id, id))
const instant = (value: string): string => new Date(value).toISOString()

/**
 * It ended without using its file up: somebody may apply it, answer, or say what the columns of a table mean when what
 * was proposed refused them all.
 */
export const isWaiting = ({ state, dryRun, report }: Pick<Run, 'state' | 'dryRun' | 'report'>): boolean =>
  state === 'done' &&
  report !== null &&
  (report.outcome !== 'reject' || report.table !== null) &&
  (dryRun || report.outcome === 'ask')
const waiting: SQL = sql`${importRuns.state} = 'done'
  AND (${importRuns.report}->>'outcome' <> 'reject' OR ${importRuns.report}->'table' <> 'null')
  AND (${importRuns.dryRun} OR ${importRuns.report}->>'outcome' = 'ask')`

/** A run with the name of whoever sent it. */
export type NamedRun = Run & { authorName?: string | null }

const NAMED = {
  ...getTableColumns(importRuns),
  authorName: sql<string>`${nameOfAuthor(sql`${importRuns.author}`)}`,
}

export function toImportRun(run: NamedRun, now: Date): ImportRun {
  const { id, filename, bytes, dryRun, state, progress, answers, report, startedAt, endedAt } = run
  return {
    ...{ id, filename, bytes, dryRun, state, progress, answers, report },
    startedAt: instant(startedAt),
    endedAt: endedAt && instant(endedAt),
    author: run.authorName ?? run.author,
    kept: isWaiting(run) && endedAt !== null && new Date(endedAt) >= keptSince(now),
  }
}

export async function insertRun(tx: Queries, run: typeof importRuns.$inferInsert): Promise<Run> {
  const [row] = await tx.insert(importRuns).values(run).returning()
  return row!
}

export async function findRun(tx: Queries, key: Key): Promise<NamedRun | undefined> {
  const [row] = await tx.select(NAMED).from(importRuns).where(same(key))
  return row
}

/** Latest first. */
export async function listRuns(
  tx: Queries,
  workspaceId: string,
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<{ items: ImportRun[]; total: number }> {
  const where = eq(importRuns.workspaceId, workspaceId)
  const items = await tx
    .select(NAMED)
    .from(importRuns)
    .where(where)
    .orderBy(desc(importRuns.startedAt), desc(importRuns.id))
    .limit(limit)
    .offset(offset)
  return { items: items.map((run) => toImportRun(run, now)), total: await tx.$count(importRuns, where) }
}

/** Changes a run that is in one of the states; answers with it, or undefined when it is in another. */
export async function moveRun(
  tx: Queries,
  key: Key,
  from: readonly Run['state'][],
  set: Partial<Run>,
): Promise<Run | undefined> {
  const [row] = await tx
    .update(importRuns)
    .set(set)
    .where(and(same(key), inArray(importRuns.state, [...from])))
    .returning()
  return row
}

/**
 * Ends what a stopped server left unfinished in a workspace: its own runs, and those of servers that have not been heard
 * of since an instant. Answers with the runs that it ended.
 */
export const interruptRuns = (tx: Queries, server: string, silentSince: Date, now: Date): Promise<Run[]> =>
  tx
    .update(importRuns)
    .set({ state: 'interrupted', endedAt: now.toISOString() })
    .where(
      and(
        inArray(importRuns.state, [...UNFINISHED]),
        sql`(coalesce(${importRuns.server}, ${server}) = ${server}
          OR coalesce(${importRuns.beatAt}, ${importRuns.startedAt}) < ${silentSince.toISOString()}::timestamptz)`,
      ),
    )
    .returning()

/**
 * Lets a run begin, unless another of its workspace is at work on any server: two that bring the same source would meet.
 * Answers with the run; undefined when it is no longer queued; `busy` when it must wait for its turn.
 */
export async function beginRun(
  tx: Queries,
  run: Key,
  aliveSince: Date,
  now: Date,
): Promise<Run | undefined | 'busy'> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${run.workspaceId}, 0))`)
  const [other] = await tx
    .select({ id: importRuns.id })
    .from(importRuns)
    .where(
      sql`${importRuns.state} IN ('reading', 'writing') AND ${importRuns.id} <> ${run.id}::uuid
        AND ${importRuns.workspaceId} = ${run.workspaceId}::uuid
        AND ${importRuns.beatAt} > ${aliveSince.toISOString()}::timestamptz`,
    )
    .limit(1)
  if (other) return 'busy'
  return moveRun(tx, run, ['queued'], { state: 'reading', progress: 0, beatAt: now.toISOString() })
}

/** Says that the runs of a server go on. */
export async function beat(tx: Queries, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(importRuns)
    .set({ beatAt: now.toISOString() })
    .where(and(inArray(importRuns.id, [...ids]), inArray(importRuns.state, [...UNFINISHED])))
}

/** Runs whose file waits, ended before or since an instant. */
export const findWaiting = (tx: Queries, side: 'before' | 'since', at: Date): Promise<Run[]> =>
  tx
    .select()
    .from(importRuns)
    .where(
      and(
        waiting,
        side === 'before'
          ? sql`${importRuns.endedAt} < ${at.toISOString()}::timestamptz`
          : sql`${importRuns.endedAt} >= ${at.toISOString()}::timestamptz`,
      ),
    )

/** Runs that were given up since an instant: their files are not needed, whoever gave them up. */
export const findCancelled = (tx: Queries, since: Date): Promise<Run[]> =>
  tx
    .select()
    .from(importRuns)
    .where(
      and(
        eq(importRuns.state, 'cancelled'),
        sql`${importRuns.endedAt} >= ${since.toISOString()}::timestamptz`,
      ),
    )

/** Runs that may have left rows which nobody sees: they ended without being revealed, or were undone. */
export const findUnrevealed = (tx: Queries): Promise<Run[]> =>
  tx
    .select()
    .from(importRuns)
    .where(
      and(
        eq(importRuns.revealed, false),
        inArray(importRuns.state, ['failed', 'cancelled', 'interrupted', 'undone']),
      ),
    )

/** Forgets the rows of runs that ended before an instant. */
export const forgetRows = (tx: Queries, before: Date) =>
  tx
    .delete(importRows)
    .where(
      sql`${importRows.runId} IN (SELECT id FROM import_runs WHERE ended_at < ${before.toISOString()}::timestamptz)`,
    )
