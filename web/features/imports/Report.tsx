import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '#contract/geometry'
import type { ImportRun } from '#contract/imports'
import { Check } from './check/Check.tsx'
import { formatName } from './format-name.ts'
import { MappingBlock } from './mapping/MappingBlock.tsx'
import { MappingForm } from './mapping/MappingForm.tsx'
import { Questions } from './questions/Questions.tsx'
import { Remaining } from './Remaining.tsx'
import { RunActions } from './RunActions.tsx'
import css from './run.module.css'
import { needsVintage, verdictOf } from './runs.ts'
import { useReason } from './useReason.ts'
import { VintageForm } from './VintageForm.tsx'

/** What stands around a run and is not known here. */
export type RunSurroundings = {
  /** The way to the map of what arrived: which territory shows it is not known here. */
  onMap: (bounds: Bounds) => React.ReactNode
  /** Ways to what remains to be done: placing by hand, comparing possible duplicates. */
  toPlace?: React.ReactNode
  toCompare?: React.ReactNode
}

/** What a run found, or wrote: the verdict, what must be decided, what to do next, then every row. */
export function Report({ run, onMap, toPlace, toCompare }: RunSurroundings & { run: ImportRun }) {
  const { t, i18n } = useTranslation('imports')
  const heading = useRef<HTMLHeadingElement>(null)
  const { report } = run
  const { table, mapping } = report ?? {}
  const verdict = verdictOf(run)
  const isRead = report !== null && verdict !== 'ask' && verdict !== 'reject'
  const isWritten = isRead && !run.dryRun && run.state === 'done'
  const questions =
    verdict === 'ask' && report ? report.questions.filter(({ about }) => about !== 'mapping') : []
  const actions = <RunActions run={run}>{isWritten && report.bounds && onMap(report.bounds)}</RunActions>
  const format = report && report.format !== 'mapped' ? formatName(report.format, i18n.language) : null

  // The report replaces the progress under the reader's hands: the keyboard follows it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another report
  useEffect(() => heading.current?.focus({ preventScroll: true }), [run.endedAt])

  return (
    <>
      <section className={css.panel} data-verdict={verdict} aria-labelledby="verdict">
        <header className={css.head}>
          <h2 id="verdict" ref={heading} tabIndex={-1}>
            {verdict === 'partial'
              ? t('outcome.partial', { count: report?.refusedRows ?? 0 })
              : t(`outcome.${verdict}.title`)}
          </h2>
          <p>{t(`outcome.${verdict === 'partial' ? 'checked' : verdict}.text`)}</p>
          {format && (
            <p className={css.soft}>
              {t('format.label')} <strong>{format}</strong>
            </p>
          )}
        </header>
        {verdict === 'reject' && report && <Reasons report={report} />}
        {questions.length > 0 ? (
          <Questions run={run} questions={questions}>
            {actions}
          </Questions>
        ) : verdict === 'confirm' && report && table && mapping ? (
          <MappingForm key={run.endedAt} id={run.id} table={table} mapping={mapping} report={report}>
            {actions}
          </MappingForm>
        ) : (
          <div className={css.actions}>{actions}</div>
        )}
      </section>
      {isWritten && <Remaining report={report} toPlace={toPlace} toCompare={toCompare} />}
      {needsVintage(run) && <VintageForm id={run.id} />}
      {run.dryRun && verdict !== 'confirm' && report && table && mapping && (
        <MappingBlock
          key={`columns ${run.endedAt}`}
          id={run.id}
          table={table}
          mapping={mapping}
          report={report}
        />
      )}
      {isRead && <Check key={`rows ${run.endedAt}`} run={run} report={report} />}
    </>
  )
}

/** Why the file as a whole cannot be used, in sentences. */
function Reasons({ report }: { report: NonNullable<ImportRun['report']> }) {
  const { t } = useTranslation('imports')
  const reasonOf = useReason()
  const said = [
    ...new Map([...report.refused, ...report.reservations].map((one) => [one.code, one])).values(),
  ]
  return (
    <ul className={css.reasons} aria-label={t('why')}>
      {said.map((remark) => (
        <li key={remark.code}>
          {reasonOf(remark)}
          {remark.line !== null && ` (${t('rows.line', { line: remark.line }).toLowerCase()})`}
          {remark.value && <span className={css.soft}> — {t('rows.value', { value: remark.value })}</span>}
          {remark.suggestion && <strong> {t('rows.suggestion', { suggestion: remark.suggestion })}</strong>}
        </li>
      ))}
    </ul>
  )
}
