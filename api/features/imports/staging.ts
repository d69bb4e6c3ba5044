import type { Comparison } from '#api/domain/import-comparison'
import type { Draft, ReadRow, RowProblem } from '#api/domain/import-draft'
import type { ImportRun, ROW_OUTCOMES } from '#contract/imports'
import type { Queries } from '#db/client'
import type { WorkspaceTransaction } from '#db/workspace'

/** A row between reading and writing: invisible to everybody but its run. */
export type StagedRow = Pick<ReadRow, 'line' | 'key' | 'draft' | 'problems'> &
  Pick<Comparison, 'set' | 'before'> & {
    outcome: (typeof ROW_OUTCOMES)[number]
    entityId: string | null
    version: number | null
  }

export type Drafted<D extends Draft = Draft> = { line: number; draft: D }
/** What comparing a draft gives: what to do with it, and what to say. A refusal comes without comparison. */
export type Compared = { comparison?: Comparison; problems: RowProblem[] }

/** Rows `from` to `to` (lines, inclusive) of a run, to be revealed by one statement after another. */
export type Slice = { workspaceId: string; runId: ImportRun['id']; from: number; to: number }

/** How one kind of draft meets what is already here. */
export type Target<D extends Draft> = {
  /** Reads what is here under the keys of the drafts; answers by line. */
  compare(tx: Queries, workspaceId: string, rows: readonly Drafted<D>[]): Promise<Map<number, Compared>>
  /** Writes created and updated rows of a slice. Throws {@link StaleComparison} when what is here has changed. */
  reveal(tx: Queries, slice: Slice): Promise<void>
  /**
   * Notes in the history what was revealed, row by row, once all is written: it takes the sequence number. Without
   * it the import is noted as a whole, and cannot be undone.
   */
  note?(transaction: WorkspaceTransaction, slice: Slice): Promise<void>
}

/** Somebody wrote what a draft had been compared with: compare again. */
export class StaleComparison extends Error {
  override name = 'StaleComparison'
}
