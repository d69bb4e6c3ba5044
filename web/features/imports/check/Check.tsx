import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport, ImportRun } from '#contract/imports'
import type { RowFilter } from '../imports.queries.ts'
import { doubtsOf } from '../runs.ts'
import { useReason } from '../useReason.ts'
import { Counts, countName } from './Counts.tsx'
import css from './check.module.css'
import { Doubts } from './Doubts.tsx'
import { Rows } from './Rows.tsx'

/** What the file would do, or did: counts and doubts, each of which opens the rows that it speaks of. */
export function Check({ run, report }: { run: ImportRun; report: ImportReport }) {
  const { t } = useTranslation('imports')
  const reasonOf = useReason()
  const [filter, setFilter] = useState<RowFilter>({})
  const { outcome, code, kept } = filter
  const isFiltered = Boolean(outcome || code || kept)
  const about = code && doubtsOf([...report.refused, ...report.reservations]).find((one) => one.code === code)
  const title = about
    ? t('rows.about', { reason: reasonOf(about.example) })
    : outcome
      ? t('rows.titleOf', { of: t(`counts.${countName(outcome, run.dryRun)}`) })
      : t(run.dryRun ? 'rows.title' : 'rows.titleAfter')
  return (
    <div className={css.check}>
      <Counts
        report={report}
        isForecast={run.dryRun}
        value={outcome}
        onChange={(next) => setFilter(next ? { outcome: next } : {})}
      />
      {report.kept > 0 && (
        <button
          type="button"
          className={css.kept}
          aria-pressed={Boolean(kept)}
          onClick={() => setFilter(kept ? {} : { kept: true })}
        >
          {t('aside.kept', { count: report.kept })}
        </button>
      )}
      {run.dryRun && report.gone > 0 && <p>{t('aside.gone', { count: report.gone })}</p>}
      <Doubts
        run={run}
        report={report}
        value={code}
        onChange={(next) => setFilter(next ? { code: next } : {})}
      />
      <Rows
        run={run}
        filter={filter}
        title={title}
        hasPoints={report.bounds !== null}
        onAll={isFiltered ? () => setFilter({}) : undefined}
      />
    </div>
  )
}
