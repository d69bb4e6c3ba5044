import type { Comparison } from '#api/domain/import-comparison'
import type { Draft, ReadRow, RowProblem } from '#api/domain/import-draft'
import type { ImportRun, ROW_OUTCOMES } from '#contract/imports'
import type { Queries } from '#db/client'
import type { WorkspaceTransaction } from '#db/workspace'

/** A row between reading and writing: invisible to everybody but its run. */
export type StagedRow = Pick<ReadRow, 'line' | 'key' | 'draft' | 'problems'> &
  Pick<Comparison, 'set' | 'before' | 'kept'> & {
    outcome: (typeof ROW_OUTCOMES)[number]
    name: string | null
    entityId: string | null
    version: number | null
    record: Record<string, unknown> | null
  }

export type Drafted<D extends Draft = Draft> = { line: number; key: string | null; draft: D }
/** What comparing a draft gives: what to do with it, and what to say. A refusal comes without comparison. */
export type Compared = { comparison?: Comparison; problems: RowProblem[] }
/** A draft with what is to be done with it. */
export type Decided<D extends Draft = Draft> = Drafted<D> & { comparison: Comparison }

export type RunKey = { workspaceId: string; runId: ImportRun['id'] }
/** Rows `from` to `to` (lines, inclusive) of a run, to be written by one statement after another. */
export type Slice = RunKey & { from: number; to: number }

/** How one kind of draft meets what is already here. The transaction sees what its own run has inserted. */
export type Target<D extends Draft> = {
  /**
   * `all`: every row waits in `import_rows`. `keys`: so it does in a dry run; in one that writes, rows that have nothing
   * to be said of are counted when they are created, for they are here already, and only their key waits when they are
   * unchanged. `remarkable`: of millions of rows, only those that are updated or have something to be said of; the
   * others are counted.
   */
  keeps: 'all' | 'keys' | 'remarkable'
  /** The tables that it fills, for the planner to be told how large they have become. */
  fills: readonly string[]
  /** Reads what is here under the keys of the drafts; answers by line. */
  compare(tx: Queries, workspaceId: string, rows: readonly Drafted<D>[]): Promise<Map<number, Compared>>
  /**
   * Writes the created rows of a slice with the id of their run, which keeps them invisible until it is revealed.
   * Absent: they are written by `update`, in the revealing transaction. `created` are the same rows, for those that do
   * not wait in `import_rows`. A row that somebody has brought meanwhile is a unique violation: compared again.
   */
  insert?(tx: Queries, slice: Slice, created: readonly Decided<D>[]): Promise<void>
  /** Writes the updated rows of a slice. Throws {@link StaleComparison} when what is here has changed. */
  update(tx: Queries, slice: Slice): Promise<void>
  /** Notes in the history what was updated, row by row, once all is written: it takes the sequence number. */
  note?(transaction: WorkspaceTransaction, slice: Slice): Promise<void>
}

/** Somebody wrote what a draft had been compared with: compare again. */
export class StaleComparison extends Error {
  override name = 'StaleComparison'
}
