import type { ImportReport, ImportRun } from '#contract/imports'

const FINAL = ['done', 'failed', 'cancelled', 'interrupted']

export const isFinal = ({ state }: Pick<ImportRun, 'state'>): boolean => FINAL.includes(state)

/** Rows that writing would add or change. */
const changesOf = ({ created, updated }: Pick<ImportReport, 'created' | 'updated'>): number =>
  created + updated

/** What a finished run amounts to, which decides its title and what can be done next. */
export type Verdict =
  | 'checked'
  | 'partial'
  | 'nothing'
  | 'ask'
  | 'reject'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'interrupted'

/** A run that is over, as one word. A file that changes nothing is `nothing`, checked or written. */
export function verdictOf({ state, dryRun, report }: ImportRun): Verdict {
  if (report?.outcome === 'reject') return 'reject'
  if (state === 'failed' || state === 'cancelled' || state === 'interrupted') return state
  if (!report) return 'failed'
  if (!dryRun) return changesOf(report) > 0 ? 'done' : 'nothing'
  if (report.outcome === 'ask') return 'ask'
  if (changesOf(report) === 0) return 'nothing'
  return report.refused.length > 0 ? 'partial' : 'checked'
}

/** Whether its remarks explain why the file as a whole was not used, and not some rows among others. */
export const isWholeFile = ({ refused }: Pick<ImportReport, 'refused'>): boolean => refused[0]?.line === null

/** Whether the dry run may be written now. */
export const canApply = (run: ImportRun): boolean =>
  run.dryRun && run.state === 'done' && ['checked', 'partial', 'ask'].includes(verdictOf(run))
