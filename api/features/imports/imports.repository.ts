import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { ImportRun } from '#contract/imports'
import type { Queries } from '#db/client'
import { importRows, importRuns } from '#db/schema/imports'

export type Run = typeof importRuns.$inferSelect
type Key = Pick<Run, 'workspaceId' | 'id'>

/** States that a run leaves by itself, as long as its server lives. */
const UNFINISHED = ['queued', 'reading', 'writing'] as const satisfies Run['state'][]

const same = ({ workspaceId, id }: Key) => and(eq(importRuns.workspaceId, workspaceId), eq(importRuns.id, id))
const instant = (value: string): string => new Date(value).toISOString()

export const toImportRun = ({ workspaceId: _, vintage: __, startedAt, endedAt, ...run }: Run): ImportRun => ({
  ...run,
  startedAt: instant(startedAt),
  endedAt: endedAt && instant(endedAt),
})

export async function insertRun(tx: Queries, run: typeof importRuns.$inferInsert): Promise<Run> {
  const [row] = await tx.insert(importRuns).values(run).returning()
  return row!
}

export async function findRun(tx: Queries, key: Key): Promise<Run | undefined> {
  const [row] = await tx.select().from(importRuns).where(same(key))
  return row
}

/** Latest first. */
export async function listRuns(
  tx: Queries,
  workspaceId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: ImportRun[]; total: number }> {
  const where = eq(importRuns.workspaceId, workspaceId)
  const items = await tx
    .select()
    .from(importRuns)
    .where(where)
    .orderBy(desc(importRuns.startedAt), desc(importRuns.id))
    .limit(limit)
    .offset(offset)
  return { items: items.map(toImportRun), total: await tx.$count(importRuns, where) }
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

/** Ends what a stopped server left unfinished in a workspace and forgets its staged rows. Answers with the runs that it ended. */
export async function interruptRuns(tx: Queries, now: Date): Promise<Run[]> {
  const runs = await tx
    .update(importRuns)
    .set({ state: 'interrupted', endedAt: now.toISOString() })
    .where(inArray(importRuns.state, [...UNFINISHED]))
    .returning()
  await tx.delete(importRows)
  return runs
}

/** Dry runs that wait to be applied, ended before or since an instant. */
export const findDryRuns = (tx: Queries, side: 'before' | 'since', instant: Date): Promise<Run[]> => {
  const ended = (side === 'before' ? lt : gte)(importRuns.endedAt, instant.toISOString())
  return tx
    .select()
    .from(importRuns)
    .where(and(eq(importRuns.dryRun, true), eq(importRuns.state, 'done'), ended))
}

export const UNFINISHED_STATES: readonly Run['state'][] = UNFINISHED
