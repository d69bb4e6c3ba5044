import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { ReadRow } from '#api/domain/import-draft'
import type { ImportRemark, ImportRow } from '#contract/imports'
import type { Queries } from '#db/client'
import { importRows } from '#db/schema/imports'
import { rowsOf, textArray } from '#db/transaction'
import type { RunKey, Slice, StagedRow } from './staging.ts'

const ofRun = ({ workspaceId, runId }: RunKey) =>
  and(eq(importRows.workspaceId, workspaceId), eq(importRows.runId, runId))
const thisRun = ({ workspaceId, runId }: RunKey): SQL =>
  sql`r.workspace_id = ${workspaceId}::uuid AND r.run_id = ${runId}::uuid`

/** Rows `r` of a slice with one of the outcomes that write. */
export const sliceOf = ({ from, to, ...run }: Slice, outcome: 'created' | 'updated'): SQL =>
  sql`${thisRun(run)} AND r.outcome = ${outcome} AND r.line BETWEEN ${from}::int AND ${to}::int`

/** Keys that usable rows of the run already carry. */
export async function takenKeys(
  tx: Queries,
  { workspaceId, runId }: RunKey,
  keys: string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    sql`SELECT key FROM import_rows
      WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid AND outcome <> 'refused'
        AND key = ANY (${textArray(keys)})`,
  )
  return new Set(rows.map(({ key }) => key))
}

/** Rows as one JSON text: one parameter, whatever their number. */
export async function stage(tx: Queries, { workspaceId, runId }: RunKey, rows: StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  await rowsOf(
    tx,
    sql`INSERT INTO import_rows (workspace_id, run_id, line, name, key, outcome, entity_id, version, draft, set, before,
        kept, problems, record)
      SELECT ${workspaceId}::uuid, ${runId}::uuid, r.line, r.name, r.key, r.outcome, r."entityId", r.version, r.draft,
        r.set, r.before, r.kept, r.problems, r.record
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(line int, name text, key text, outcome text,
        "entityId" uuid, version int, draft jsonb, set jsonb, before jsonb, kept jsonb, problems jsonb, record jsonb)`,
  )
}

/**
 * This transaction does not wait for the disk: what a crash takes of it nobody has seen, and the one that reveals the run
 * waits for all of them.
 */
export const commitLater = (tx: Queries) => rowsOf(tx, sql`SET LOCAL synchronous_commit = off`)

/** Rows of which only the name, the key and the id are kept. */
export async function stageKeys(
  tx: Queries,
  { workspaceId, runId }: RunKey,
  rows: readonly StagedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const texts = (of: (row: StagedRow) => string | number | null) =>
    textArray(rows.map((row) => of(row)?.toString() ?? null))
  await rowsOf(
    tx,
    sql`INSERT INTO import_rows (workspace_id, run_id, line, name, key, outcome, entity_id, version)
      SELECT ${workspaceId}::uuid, ${runId}::uuid, r.line::int, r.name, r.key, r.outcome, r.id::uuid, r.version::int
      FROM unnest(${texts(({ line }) => line)}, ${texts(({ name }) => name)}, ${texts(({ key }) => key)},
        ${texts(({ outcome }) => outcome)}, ${texts(({ entityId }) => entityId)}, ${texts(({ version }) => version)})
        AS r(line, name, key, outcome, id, version)`,
  )
}

/** The next rows after a line that wait for the revealing transaction, to be compared again. */
export const stagedAfter = (
  tx: Queries,
  run: RunKey,
  line: number,
  limit: number,
  outcomes: readonly string[],
): Promise<ReadRow[]> =>
  tx
    .select({
      line: importRows.line,
      key: importRows.key,
      draft: importRows.draft,
      problems: importRows.problems,
    })
    .from(importRows)
    .where(and(ofRun(run), sql`line > ${line}::int`, sql`outcome = ANY (${textArray(outcomes)})`))
    .orderBy(importRows.line)
    .limit(limit)

export async function unstage(tx: Queries, run: RunKey, lines?: number[]): Promise<void> {
  const some = lines && sql`line = ANY (${sql.param(`{${lines.join()}}`)}::int[])`
  await tx.delete(importRows).where(some ? and(ofRun(run), some) : ofRun(run))
}

/** What was written, or has nothing to tell, goes; what people may still ask about stays. Answers how many went. */
export async function forgetWritten(tx: Queries, run: RunKey, limit: number): Promise<number> {
  const gone = await rowsOf(
    tx,
    sql`DELETE FROM import_rows r USING (
        SELECT r.line FROM import_rows r WHERE ${thisRun(run)} AND r.outcome IN ('created', 'unchanged')
          AND r.problems = '[]' LIMIT ${limit}::int) AS told
      WHERE ${thisRun(run)} AND r.line = told.line RETURNING 1`,
  )
  return gone.length
}

export async function countOutcomes(
  tx: Queries,
  run: RunKey,
): Promise<Record<StagedRow['outcome'], number> & { kept: number }> {
  const rows = await tx.execute<{ outcome: StagedRow['outcome']; n: number; kept: number }>(sql`
    SELECT r.outcome, count(*)::int AS n, (count(*) FILTER (WHERE r.kept <> '{}'))::int AS kept
    FROM import_rows r WHERE ${thisRun(run)} GROUP BY r.outcome`)
  const none = { created: 0, updated: 0, unchanged: 0, ignored: 0, refused: 0 }
  return {
    ...none,
    ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])),
    kept: rows.reduce((sum, row) => sum + row.kept, 0),
  }
}

/** How many remarks of one code a report quotes before it counts the others. */
const SAME_REMARKS = 200

/** The first remarks of each code, in the order of the file, and how many each code has in all. */
export async function stagedRemarks(
  tx: Queries,
  run: RunKey,
  severity: 'refused' | 'reservation',
): Promise<{ remarks: ImportRemark[]; totals: { code: string; n: number }[] }> {
  const said = sql`import_rows r, jsonb_array_elements(r.problems) WITH ORDINALITY AS said(p, position)
    WHERE ${thisRun(run)} AND p->>'severity' = ${severity} AND (${severity} = 'refused') = (r.outcome = 'refused')`
  const remarks = await tx.execute<ImportRemark & { n: string }>(sql`
    SELECT line, field, code, message, value, suggestion FROM (
      SELECT r.line, p->>'field' AS field, p->>'code' AS code, p->>'message' AS message, p->>'value' AS value,
        p->>'suggestion' AS suggestion, position, row_number() OVER (PARTITION BY p->>'code' ORDER BY r.line, position) AS n
      FROM ${said}) AS numbered
    WHERE n <= ${SAME_REMARKS}::int ORDER BY line, position`)
  const totals = await tx.execute<{ code: string; n: number }>(
    sql`SELECT p->>'code' AS code, count(*)::int AS n FROM ${said} GROUP BY 1`,
  )
  return {
    remarks,
    totals: totals.filter(({ n }) => n > SAME_REMARKS).map((t) => ({ code: t.code, n: t.n - SAME_REMARKS })),
  }
}

/** Spans of lines that hold so many rows each of these outcomes. */
export async function slicesOf(
  tx: Queries,
  run: RunKey,
  outcomes: readonly StagedRow['outcome'][],
  size: number,
): Promise<Slice[]> {
  const spans = await rowsOf<{ from: number; to: number }>(
    tx,
    sql`SELECT min(line) AS "from", max(line) AS "to" FROM (
        SELECT r.line, (row_number() OVER (ORDER BY r.line) - 1) / ${size}::int AS slice
        FROM import_rows r WHERE ${thisRun(run)} AND r.outcome = ANY (${textArray(outcomes)})) AS numbered
      GROUP BY slice ORDER BY 1`,
  )
  return spans.map((span) => ({ ...run, ...span }))
}

type Listed = Omit<ImportRow, 'changes'> & {
  set: Record<string, unknown>
  before: Record<string, unknown>
  kept: Record<string, unknown>
}

/** One page of rows, with how many there are. */
export async function listRows(
  tx: Queries,
  run: RunKey,
  query: {
    outcome?: string | undefined
    code?: string | undefined
    kept?: boolean | undefined
    limit: number
    offset: number
  },
): Promise<{ items: ImportRow[]; total: number }> {
  const { outcome, code, kept, limit, offset } = query
  const wanted = sql`${thisRun(run)}
    ${outcome ? sql`AND r.outcome = ${outcome}` : sql``}
    ${code ? sql`AND r.problems @> ${JSON.stringify([{ code }])}::text::jsonb` : sql``}
    ${kept ? sql`AND r.kept <> '{}'` : sql``}`
  const rows = await rowsOf<Listed>(
    tx,
    sql`SELECT r.line, r.key, r.name, r.outcome, r.entity_id AS "entityId", r.set, r.before, r.kept, r.problems,
        coalesce(r.draft#>'{place,point}', r.draft->'point') AS point
      FROM import_rows r WHERE ${wanted} ORDER BY r.line LIMIT ${limit}::int OFFSET ${offset}::int`,
  )
  const [counted] = await rowsOf<{ n: number }>(
    tx,
    sql`SELECT count(*)::int AS n FROM import_rows r WHERE ${wanted}`,
  )
  const toRow = ({ set, before, kept: held, point, ...row }: Listed): ImportRow => ({
    ...row,
    point: point ?? null,
    problems: row.problems.map((problem) => ({
      ...problem,
      line: row.line,
      suggestion: problem.suggestion ?? null,
    })),
    changes: [...changesOf(set, before, false), ...changesOf(held, before, true)],
  })
  return { items: rows.map(toRow), total: counted?.n ?? 0 }
}

const changesOf = (set: Record<string, unknown>, before: Record<string, unknown>, kept: boolean) =>
  Object.entries(set).map(([field, after]) => ({ field, before: before[field] ?? null, after, kept }))

/** The refused rows after a line, with what they held. */
export const refusedAfter = (tx: Queries, run: RunKey, line: number, limit: number) =>
  rowsOf<{
    line: number
    record: Record<string, unknown> | null
    problems: { code: string; value: string | null }[]
  }>(
    tx,
    sql`SELECT r.line, r.record, r.problems FROM import_rows r
      WHERE ${thisRun(run)} AND r.outcome = 'refused' AND r.line > ${line}::int ORDER BY r.line LIMIT ${limit}::int`,
  )
