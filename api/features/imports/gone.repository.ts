import { sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { RunKey } from './staging.ts'

/** A file that lists less than this part of what its source had listed is an extract, and says nothing of the others. */
const LEAST_LISTED = 0.5

const department = (code: string) =>
  sql.raw(`CASE WHEN left(${code}, 2) IN ('97', '98') THEN left(${code}, 3) ELSE left(${code}, 2) END`)

/**
 * What the run has read of actors, whatever becomes of each: rows that wait whole, actors of those of which only the key
 * does, and those that it has brought.
 */
const listed = ({ workspaceId, runId }: RunKey) => sql`
  SELECT r.draft->>'source' AS source, r.draft->>'sourceId' AS source_id, r.draft#>>'{place,communeCode}' AS commune
  FROM import_rows r WHERE r.workspace_id = ${workspaceId}::uuid AND r.run_id = ${runId}::uuid
    AND r.draft->>'what' = 'actor'
  UNION ALL
  SELECT a.source, a.source_id, a.commune_codes[1]
  FROM import_rows r JOIN actors a ON a.workspace_id = r.workspace_id AND a.id = r.entity_id
  WHERE r.workspace_id = ${workspaceId}::uuid AND r.run_id = ${runId}::uuid AND r.draft IS NULL
  UNION ALL
  SELECT a.source, a.source_id, a.commune_codes[1]
  FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.import_run = ${runId}::uuid`

/** Whether the source of a run had brought actors before it. */
async function hadBrought(tx: Queries, run: RunKey): Promise<boolean> {
  const [row] = await rowsOf<{ had: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM actors a WHERE a.workspace_id = ${run.workspaceId}::uuid
        AND a.import_run IS DISTINCT FROM ${run.runId}::uuid
        AND a.source = ANY (ARRAY(SELECT DISTINCT source FROM (${listed(run)}) AS l))) AS had`,
  )
  return row?.had ?? false
}

/**
 * Flags the actors of the same source, in the départements of the file, that the file does not list any more, and takes
 * the flag from those that it lists again. Answers how many are newly flagged; 0 when the file is an extract.
 */
export async function flagGone(tx: Queries, run: RunKey, instant: string): Promise<number> {
  if (!(await hadBrought(tx, run))) return 0
  const { workspaceId } = run
  await rowsOf(
    tx,
    sql`UPDATE actors a SET gone_at = NULL FROM (${listed(run)}) AS l
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.source = l.source AND a.source_id = l.source_id
        AND a.gone_at IS NOT NULL`,
  )
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`WITH listed AS MATERIALIZED (${listed(run)}),
      covered AS (SELECT DISTINCT source, ${department('commune')} AS department FROM listed WHERE commune IS NOT NULL),
      known AS MATERIALIZED (
        SELECT DISTINCT a.id, a.gone_at, l.source_id IS NOT NULL AS is_listed
        FROM actors a JOIN places p ON p.workspace_id = a.workspace_id AND p.actor_id = a.id
          JOIN covered c ON c.source = a.source AND c.department = ${department('p.commune_code')}
          LEFT JOIN listed l ON l.source = a.source AND l.source_id = a.source_id
        WHERE a.workspace_id = ${workspaceId}::uuid AND a.archived_at IS NULL),
      flagged AS (
        UPDATE actors a SET gone_at = ${instant}::timestamptz FROM known k
        WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = k.id AND NOT k.is_listed AND k.gone_at IS NULL
          AND (SELECT count(*) FILTER (WHERE is_listed) >= ${LEAST_LISTED}::float8 * count(*) FROM known)
        RETURNING 1)
      SELECT count(*)::int AS n FROM flagged`,
  )
  return row?.n ?? 0
}
