import { sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { GridKey } from './squares.repository.ts'

/** How far a grid's squares are. `builtAt` names their state: it is another when they are. */
export type GridBuild = {
  vintage: string
  progress: number | null
  cells: number
  squares: number
  imputedCells: number
  imputedPersons: number
  builtAt: string | null
}

/** Grids in the order of their years, the latest first. */
export const listBuilds = (tx: Queries, workspaceId: string): Promise<GridBuild[]> =>
  rowsOf(
    tx,
    sql`SELECT vintage, progress::float8 AS progress, cells, squares, imputed_cells::float8 AS "imputedCells",
        imputed_persons::float8 AS "imputedPersons", extract(epoch FROM built_at)::text AS "builtAt"
      FROM grid_builds WHERE workspace_id = ${workspaceId}::uuid ORDER BY vintage DESC`,
  )

/**
 * Says that squares of the grids that an import wrote do not stand for their cells any more: nothing is shown of them
 * until they are worked out again. In the transaction that reveals the import, or takes it back.
 */
export const markStale = (tx: Queries, { workspaceId, runId }: { workspaceId: string; runId: string }) =>
  rowsOf(
    tx,
    sql`INSERT INTO grid_builds (workspace_id, vintage, progress)
      SELECT ${workspaceId}::uuid, vintage, 0 FROM (
        SELECT vintage FROM grid_cells WHERE workspace_id = ${workspaceId}::uuid AND import_run = ${runId}::uuid
        UNION
        SELECT draft->>'vintage' FROM import_rows WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid
          AND outcome = 'updated' AND draft ? 'north') written
      WHERE vintage IS NOT NULL
      ON CONFLICT (workspace_id, vintage) DO UPDATE SET progress = 0`,
  )

/** Vintages whose squares are to be worked out. */
export const listStale = async (tx: Queries, workspaceId: string): Promise<string[]> =>
  (await listBuilds(tx, workspaceId))
    .filter(({ progress }) => progress !== null)
    .map(({ vintage }) => vintage)

const of = ({ workspaceId, vintage }: GridKey) =>
  sql`workspace_id = ${workspaceId}::uuid AND vintage = ${vintage}::text`

/** Begins anew, whoever was at it. */
export const beginBuild = (tx: Queries, key: GridKey) =>
  rowsOf(tx, sql`UPDATE grid_builds SET progress = 0 WHERE ${of(key)}`)

/** Takes the next step, unless somebody else has begun anew since the last one: false, and the caller stops. */
export const stepBuild = async (tx: Queries, key: GridKey, from: number, to: number): Promise<boolean> =>
  (
    await rowsOf(
      tx,
      sql`UPDATE grid_builds SET progress = ${to}::real WHERE ${of(key)} AND progress = ${from}::real RETURNING 1`,
    )
  ).length > 0

/** Shows the squares; a grid that has no cells left is forgotten. */
export async function endBuild(
  tx: Queries,
  key: GridKey,
  counts: Pick<GridBuild, 'cells' | 'squares' | 'imputedCells' | 'imputedPersons'>,
): Promise<void> {
  const { cells, squares, imputedCells, imputedPersons } = counts
  await rowsOf(
    tx,
    cells === 0
      ? sql`DELETE FROM grid_builds WHERE ${of(key)}`
      : sql`UPDATE grid_builds SET progress = NULL, built_at = clock_timestamp(), cells = ${cells}::int,
          squares = ${squares}::int, imputed_cells = ${imputedCells}::real, imputed_persons = ${imputedPersons}::real
        WHERE ${of(key)}`,
  )
}
