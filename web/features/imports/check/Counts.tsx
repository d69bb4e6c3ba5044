import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportReport, ROW_OUTCOMES } from '#contract/imports'
import { useFormat } from '#web/i18n/useFormat.ts'
import { classes } from '#web/ui/classes.ts'
import css from './check.module.css'

export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** What is said of rows with an outcome: before anything is written, they are still to be created or changed. */
export const countName = (outcome: RowOutcome, isForecast: boolean) =>
  isForecast && outcome === 'created'
    ? 'toCreate'
    : isForecast && outcome === 'updated'
      ? 'toUpdate'
      : outcome

/** How many rows became what; until they are written, each count is also the filter of the rows below. */
export function Counts({
  report,
  isForecast,
  value,
  onChange,
}: {
  report: ImportReport
  isForecast: boolean
  value: RowOutcome | undefined
  onChange: (outcome: RowOutcome | undefined) => void
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const counts = [
    ['created', report.created],
    ['updated', report.updated],
    ['unchanged', report.unchanged],
    ['refused', report.refusedRows],
    ['ignored', report.ignored],
  ] as const
  return (
    <ToggleButtonGroup
      aria-label={t('counts.title')}
      selectionMode="single"
      selectedKeys={value ? [value] : []}
      onSelectionChange={([key]) => onChange(key as RowOutcome | undefined)}
      className={classes(css.counts)}
    >
      {counts
        .filter(([outcome, count]) => outcome !== 'ignored' || count > 0)
        .map(([outcome, count]) => (
          <ToggleButton
            key={outcome}
            id={outcome}
            isDisabled={count === 0 || !isForecast}
            className={classes(
              css.count,
              count === 0 && css.zero,
              outcome === 'refused' && count > 0 && css.signal,
            )}
          >
            <span className={css.figure}>{number(count)}</span>
            <span>{t(`counts.${countName(outcome, isForecast)}`)}</span>
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  )
}
