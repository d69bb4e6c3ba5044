import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { ReadRow } from '#api/domain/import-draft'
import type { ImportRemark } from '#contract/imports'
import type { Queries } from '#db/client'
import { importRows } from '#db/schema/imports'
import { textArray } from '#db/transaction'
import type { Slice, StagedRow } from './staging.ts'

type Run = { workspaceId: string; runId: string }

const ofRun = ({ workspaceId, runId }: Run) =>
  and(eq(importRows.workspaceId, workspaceId), eq(importRows.runId, runId))

/** Rows `r` of a slice with one of the outcomes that write. */
export const sliceOf = ({ workspaceId, runId, from, to }: Slice, outcome: 'created' | 'updated'): SQL =>
  sql`r.workspace_id = ${workspaceId}::uuid AND r.run_id = ${runId}::uuid AND r.outcome = ${outcome}
    AND r.line BETWEEN ${from}::int AND ${to}::int`

/** Keys that usable rows of the run already carry. */
export async function takenKeys(
  tx: Queries,
  { workspaceId, runId }: Run,
  keys: string[],
): Promise<Set<string>> {
  const rows = await tx.execute<{ key: string }>(sql`SELECT key FROM import_rows
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid AND outcome <> 'refused'
    AND key = ANY (${textArray(keys)})`)
  return new Set(rows.map(({ key }) => key))
}

export async function stage(tx: Queries, run: Run, rows: StagedRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(importRows).values(rows.map((row) => ({ ...row, ...run })))
}

/** The next usable rows after a line, to be compared again. */
export const stagedAfter = (tx: Queries, run: Run, line: number, limit: number): Promise<ReadRow[]> =>
  tx
    .select({
      line: importRows.line,
      key: importRows.key,
      draft: importRows.draft,
      problems: importRows.problems,
    })
    .from(importRows)
    .where(and(ofRun(run), sql`line > ${line}::int`, sql`outcome <> 'refused'`))
    .orderBy(importRows.line)
    .limit(limit)

export async function unstage(tx: Queries, run: Run, lines?: number[]): Promise<void> {
  const some = lines && sql`line = ANY (${sql.param(`{${lines.join()}}`)}::int[])`
  await tx.delete(importRows).where(some ? and(ofRun(run), some) : ofRun(run))
}

export async function countOutcomes(tx: Queries, run: Run): Promise<Record<StagedRow['outcome'], number>> {
  const rows = await tx.execute<{ outcome: StagedRow['outcome']; n: number }>(sql`
    SELECT outcome, count(*)::int AS n FROM import_rows
    WHERE workspace_id = ${run.workspaceId}::uuid AND run_id = ${run.runId}::uuid GROUP BY outcome`)
  const none = { created: 0, updated: 0, unchanged: 0, ignored: 0, refused: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) }
}

/** Everything said of the rows, in the order of the file. */
export const stagedRemarks = (
  tx: Queries,
  { workspaceId, runId }: Run,
  severity: 'refused' | 'reservation',
): Promise<ImportRemark[]> =>
  tx.execute<ImportRemark>(sql`
    SELECT r.line, p->>'field' AS field, p->>'code' AS code, p->>'message' AS message, p->>'value' AS value
    FROM import_rows r, jsonb_array_elements(r.problems) WITH ORDINALITY AS said(p, position)
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.run_id = ${runId}::uuid AND p->>'severity' = ${severity}
      AND (${severity} = 'refused') = (r.outcome = 'refused')
    ORDER BY r.line, position`)

/** The last line of the run, 0 when it has none. */
export async function lastLine(tx: Queries, { workspaceId, runId }: Run): Promise<number> {
  const [row] = await tx.execute<{
    line: number
  }>(sql`SELECT coalesce(max(line), 0)::int AS line FROM import_rows
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid`)
  return row?.line ?? 0
}
