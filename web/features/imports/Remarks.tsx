import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#contract/imports'
import { RemarkTable } from './RemarkTable.tsx'
import { isWholeFile } from './runs.ts'

/** Rows that were refused, then rows that were kept with a reservation; or why the whole file was refused. */
export function Remarks({ report }: { report: ImportReport }) {
  const { refused, reservations } = report
  const { t } = useTranslation('imports')
  const tables = isWholeFile(report)
    ? [{ title: t('why.title'), text: t('why.text'), remarks: [...refused, ...reservations] }]
    : [
        { title: t('refused.title', { count: refused.length }), text: t('refused.text'), remarks: refused },
        {
          title: t('reservations.title', { count: reservations.length }),
          text: t('reservations.text'),
          remarks: reservations,
        },
      ]
  return tables
    .filter(({ remarks }) => remarks.length > 0)
    .map((table) => <RemarkTable key={table.title} {...table} />)
}
