import type { ImportRemark, ImportReport, ImportRun } from '#contract/imports'

const FINAL = ['done', 'failed', 'cancelled', 'interrupted', 'undone']

export const isFinal = ({ state }: Pick<ImportRun, 'state'>): boolean => FINAL.includes(state)

/** Rows that writing would add or change. */
export const changesOf = ({ created, updated }: Pick<ImportReport, 'created' | 'updated'>): number =>
  created + updated

/** What a finished run amounts to, which decides its title and what can be done next. */
export type Verdict =
  | 'checked'
  | 'confirm'
  | 'partial'
  | 'nothing'
  | 'empty'
  | 'ask'
  | 'reject'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'interrupted'
  | 'undone'

/** A run that is over, as one word. `confirm`: its columns wait for somebody's yes; `nothing`: it is all here already; `empty`: no row of it is of use here. */
export function verdictOf({ state, dryRun, report }: ImportRun): Verdict {
  if (report?.outcome === 'reject') return 'reject'
  if (state === 'failed' || state === 'cancelled' || state === 'interrupted' || state === 'undone')
    return state
  if (!report) return 'failed'
  if (report.outcome === 'ask') return 'ask'
  if (isUnconfirmed({ dryRun, report })) return 'confirm'
  if (changesOf(report) === 0) return report.unchanged > 0 ? 'nothing' : 'empty'
  if (!dryRun) return 'done'
  return report.refusedRows > 0 ? 'partial' : 'checked'
}

/** A run in the list of runs, as one word. */
export function stateOf(run: ImportRun) {
  const { state } = run
  if (!isFinal(run)) return state as 'queued' | 'reading' | 'writing'
  const verdict = verdictOf(run)
  if (verdict === 'reject') return 'rejected'
  if (verdict === 'partial') return 'checked'
  if (verdict === 'confirm') return 'ask'
  return verdict === 'empty' ? 'nothing' : verdict
}

/** Where a run stands on its way: a file is read, made precise, checked, written. */
export const STAGES = ['read', 'decide', 'check', 'written'] as const
export function stageOf(run: ImportRun): (typeof STAGES)[number] {
  if (!run.dryRun) return 'written'
  if (!isFinal(run)) return 'read'
  return ['ask', 'confirm'].includes(verdictOf(run)) ? 'decide' : 'check'
}

/** A table whose columns are understood as the engine proposes, which nobody has confirmed yet. */
export const isUnconfirmed = ({ dryRun, report }: Pick<ImportRun, 'dryRun' | 'report'>): boolean =>
  dryRun && report?.table?.mappedBy === 'suggested'

/** Whether the dry run may be written now. */
export const canApply = (run: ImportRun): boolean =>
  run.dryRun && run.state === 'done' && ['checked', 'partial'].includes(verdictOf(run))

/** The year of the contours is in nobody's hands but the reader's. */
export const needsVintage = ({ dryRun, state, report }: ImportRun): boolean =>
  dryRun && state === 'done' && Boolean(report?.reservations.some(({ code }) => code === 'vintage_unknown'))

/** Remarks of one code: how many rows it was said of, and the first of them. */
export type Doubt = { code: string; rows: number; example: ImportRemark; isWhole: boolean }

/**
 * Remarks by code, the most frequent first. A report repeats a code some 200 times, then counts the others under
 * `more_remarks`, whose field is the code and whose value the number.
 */
export function doubtsOf(remarks: readonly ImportRemark[]): Doubt[] {
  const doubts = new Map<string, Doubt>()
  for (const remark of remarks) {
    const isCount = remark.code === 'more_remarks' && remark.field !== null
    const code = isCount ? remark.field! : remark.code
    const rows = isCount ? Number(remark.value) || 0 : 1
    const found = doubts.get(code)
    if (found) found.rows += rows
    else
      doubts.set(code, {
        code,
        rows,
        example: { ...remark, code },
        isWhole: remark.line === null && !isCount,
      })
  }
  return [...doubts.values()].sort((one, other) => other.rows - one.rows)
}
