import { and, desc, eq, getTableColumns, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import type { EstimateRun, estimateEndpoints } from '#contract/estimates'
import type { Queries } from '#db/client'
import { estimateRuns } from '#db/schema/estimates'

type Row = typeof estimateRuns.$inferSelect
type Key = Pick<Row, 'workspaceId' | 'id'>
type Listed = z.output<typeof estimateEndpoints.list.response>['items'][number]

const UNFINISHED = ['queued', 'running'] as const satisfies Row['state'][]
/** A run whose server has said nothing for so long is lost. */
export const SILENCE_MS = 20_000

const same = ({ workspaceId, id }: Key) =>
  and(eq(estimateRuns.workspaceId, workspaceId), eq(estimateRuns.id, id))
const isUnfinished = inArray(estimateRuns.state, [...UNFINISHED])
const silentBefore = (now: Date): string => new Date(now.getTime() - SILENCE_MS).toISOString()
const instant = (value: string): string => new Date(value).toISOString()

/** What is listed of a run; a run of a server that died reads as interrupted before anybody has written so. */
const listed = (now: Date) => ({
  id: estimateRuns.id,
  name: estimateRuns.name,
  benefit: estimateRuns.benefit,
  territoryId: estimateRuns.territoryId,
  level: estimateRuns.level,
  state: sql<
    Row['state']
  >`CASE WHEN ${isUnfinished} AND ${estimateRuns.beatAt} < ${silentBefore(now)}::timestamptz
    THEN 'interrupted' ELSE ${estimateRuns.state} END`,
  progress: estimateRuns.progress,
  startedAt: estimateRuns.startedAt,
  endedAt: estimateRuns.endedAt,
  author: sql<string>`${nameOfAuthor(sql`${estimateRuns.author}`)}`,
})

const dated = <T extends Pick<Row, 'startedAt' | 'endedAt'>>(row: T): T => ({
  ...row,
  startedAt: instant(row.startedAt),
  endedAt: row.endedAt && instant(row.endedAt),
})

/** Latest first. */
export async function listRuns(
  tx: Queries,
  workspaceId: string,
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<{ items: Listed[]; total: number }> {
  const where = eq(estimateRuns.workspaceId, workspaceId)
  const items = await tx
    .select(listed(now))
    .from(estimateRuns)
    .where(where)
    .orderBy(desc(estimateRuns.startedAt), desc(estimateRuns.id))
    .limit(limit)
    .offset(offset)
  return { items: items.map(dated), total: await tx.$count(estimateRuns, where) }
}

const { sources, assumptions, parameters, seed, hash, blindSpots, counts, result } =
  getTableColumns(estimateRuns)
/** All of a run but its inputs, which hold what must not be shown. */
const SHOWN = { sources, assumptions, parameters, seed, hash, blindSpots, counts, result }

export async function findRun(tx: Queries, key: Key, now: Date): Promise<EstimateRun | undefined> {
  const [row] = await tx
    .select({ ...listed(now), ...SHOWN })
    .from(estimateRuns)
    .where(same(key))
  return row && dated(row)
}

export const insertRun = (tx: Queries, run: typeof estimateRuns.$inferInsert) =>
  tx.insert(estimateRuns).values(run)

/** Writes to a run that is under way; answers whether it was. */
async function set(tx: Queries, where: SQL | undefined, change: Partial<Row>): Promise<boolean> {
  const rows = await tx
    .update(estimateRuns)
    .set(change)
    .where(and(where, isUnfinished))
    .returning({ id: estimateRuns.id })
  return rows.length > 0
}

export const noteProgress = (tx: Queries, key: Key, progress: number, now: Date): Promise<boolean> =>
  set(tx, same(key), { state: 'running', progress, beatAt: now.toISOString() })

export const beat = (tx: Queries, ids: readonly string[], now: Date): Promise<boolean> =>
  set(tx, inArray(estimateRuns.id, [...ids]), { beatAt: now.toISOString() })

export const endRun = (
  tx: Queries,
  key: Key,
  end: Pick<Row, 'state'> & Partial<Pick<Row, 'result' | 'progress'>>,
  now: Date,
): Promise<boolean> => set(tx, same(key), { ...end, endedAt: now.toISOString() })

/** Ends, in this workspace, the runs of servers that are no more. */
export const interruptSilent = (tx: Queries, now: Date): Promise<boolean> =>
  set(tx, lt(estimateRuns.beatAt, silentBefore(now)), { state: 'interrupted', endedAt: now.toISOString() })
