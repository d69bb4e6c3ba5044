import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#contract/imports'
import { useFormat } from '#web/i18n/useFormat.ts'
import css from './Report.module.css'

/** The format that was recognised and how many rows became what. `isForecast`: nothing is written yet. */
export function Counts({ report, isForecast }: { report: ImportReport; isForecast: boolean }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const counts = [
    { name: 'rows', value: report.rows },
    { name: isForecast ? 'toCreate' : 'created', value: report.created },
    { name: isForecast ? 'toUpdate' : 'updated', value: report.updated },
    { name: 'unchanged', value: report.unchanged },
    { name: 'ignored', value: report.ignored },
    { name: 'refused', value: report.refused.length },
  ] as const
  return (
    <div>
      <p className={css.format}>
        {t('format.label')} <strong>{t(`format.${report.format ?? 'none'}`)}</strong>
      </p>
      <dl className={css.counts} aria-label={t('counts.title')}>
        {counts.map(({ name, value }) => (
          <div
            key={name}
            className={css.count}
            {...(value === 0 && { 'data-zero': true })}
            {...(name === 'refused' && value > 0 && { 'data-signal': true })}
          >
            <dt>{t(`counts.${name}`)}</dt>
            <dd data-figures>{number(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
