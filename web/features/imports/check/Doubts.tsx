import { useTranslation } from 'react-i18next'
import { type ImportReport, type ImportRun, refusedRowsPath } from '#contract/imports'
import { toAddress } from '#web/http/address.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { doubtsOf } from '../runs.ts'
import { useReason } from '../useReason.ts'
import css from './check.module.css'

/** What somebody should know before deciding, once for each reason; each opens the rows concerned. */
export function Doubts({
  run,
  report,
  value,
  onChange,
}: {
  run: Pick<ImportRun, 'id' | 'dryRun'>
  report: ImportReport
  value: string | undefined
  onChange: (code: string | undefined) => void
}) {
  const { t } = useTranslation('imports')
  const reasonOf = useReason()
  const { number } = useFormat()
  const groups = [
    ...doubtsOf(report.refused).map((doubt) => ({ ...doubt, isRefusal: true })),
    ...doubtsOf(report.reservations).map((doubt) => ({ ...doubt, isRefusal: false })),
  ]
  if (groups.length === 0) return <p className={css.clear}>{t('doubts.none')}</p>
  return (
    <section className={css.doubts}>
      <h3>{t(run.dryRun ? 'doubts.title' : 'doubts.titleAfter')}</h3>
      <p className={css.soft}>{t(run.dryRun ? 'doubts.text' : 'doubts.textAfter')}</p>
      <ul className={css.doubtList}>
        {groups.map(({ code, rows, example, isWhole, isRefusal }) => {
          const reason = reasonOf(example)
          const about = (
            <>
              <Icon name={isRefusal ? 'close' : 'warning'} size={18} />
              <span className={css.doubtText}>
                {reason}
                {example.value && !isWhole && (
                  <span className={css.soft}> {t('doubts.example', { value: example.value })}</span>
                )}
              </span>
              <span className={css.doubtRows} data-figures>
                {isWhole
                  ? t('doubts.file')
                  : t(isRefusal ? 'doubts.refused' : 'doubts.rows', { count: rows })}
              </span>
            </>
          )
          return (
            <li key={`${isRefusal} ${code}`} data-refusal={isRefusal || undefined}>
              {isWhole ? (
                <div className={css.doubt}>{about}</div>
              ) : (
                <button
                  type="button"
                  className={css.doubt}
                  aria-pressed={value === code}
                  aria-label={`${t('doubts.show', { reason })} (${number(rows)})`}
                  onClick={() => onChange(value === code ? undefined : code)}
                >
                  {about}
                  <Icon name="chevronRight" size={18} />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {report.refusedRows > 0 && (
        <p className={css.download}>
          <a href={toAddress(refusedRowsPath, { id: run.id })} download>
            <Icon name="download" size={18} /> {t('doubts.download')}
          </a>
          <span className={css.soft}>{t('doubts.downloadHint')}</span>
        </p>
      )}
    </section>
  )
}
