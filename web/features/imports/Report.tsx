import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '#contract/geometry'
import type { ImportRun } from '#contract/imports'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Counts } from './Counts.tsx'
import { useApplyRun } from './imports.queries.ts'
import { Remarks } from './Remarks.tsx'
import css from './Report.module.css'
import { canApply, isWholeFile, verdictOf } from './runs.ts'

export type RunChoices = {
  /** Shows another run, or none. */
  onRun: (id: string | undefined) => void
  /** The way to the map of what arrived: which territory shows it is not known here. */
  onMap: (bounds: Bounds) => React.ReactNode
}

/** What a run found, or wrote: the verdict, what to do next, then the rows that somebody should look at. */
export function Report({ run, onRun, onMap }: RunChoices & { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const { moment, bytes } = useFormat()
  const say = useErrorWords()
  const apply = useApplyRun()
  const heading = useRef<HTMLHeadingElement>(null)
  const { report } = run
  const verdict = verdictOf(run)
  const bounds = verdict === 'done' || verdict === 'nothing' ? report?.bounds : null

  // The report replaces the progress under the reader's hands: the keyboard follows it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another report
  useEffect(() => heading.current?.focus(), [run.id])

  return (
    <section className={css.panel} aria-labelledby="report-title">
      <header className={css.head}>
        <h2 id="report-title" ref={heading} tabIndex={-1}>
          {verdict === 'partial'
            ? t('outcome.partial', { count: report?.refused.length ?? 0 })
            : t(`outcome.${verdict}.title`)}
        </h2>
        <p>{t(`outcome.${verdict === 'partial' ? 'checked' : verdict}.text`)}</p>
        <p className={css.file}>{[run.filename, bytes(run.bytes), moment(run.startedAt)].join(' · ')}</p>
      </header>
      {report && !isWholeFile(report) && <Counts report={report} isForecast={run.dryRun} />}
      <div className={css.actions}>
        {canApply(run) && (
          <Button
            look="primary"
            icon="check"
            isPending={apply.isPending}
            onPress={() => apply.mutate(run.id, { onSuccess: ({ id }) => onRun(id) })}
          >
            {t('apply')}
          </Button>
        )}
        {bounds && onMap(bounds)}
        <Button onPress={() => onRun(undefined)}>{t(canApply(run) ? 'abandon' : 'another')}</Button>
      </div>
      {apply.error && <ErrorState>{say(apply.error)}</ErrorState>}
      {report && <Remarks report={report} />}
    </section>
  )
}
