import { useTranslation } from 'react-i18next'
import type { ImportRemark } from '#contract/imports'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Table } from '#web/ui/Table.tsx'
import css from './Report.module.css'
import { useReason } from './useReason.ts'

// Enough to see what is wrong with a file; a file wrong everywhere is mended at its source.
const SHOWN = 100

/** Rows with the field, the value that was read and the reason. */
export function RemarkTable({
  remarks,
  title,
  text,
}: {
  remarks: readonly ImportRemark[]
  title: string
  text: string
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const reasonOf = useReason()
  return (
    <section className={css.remarks}>
      <h3>{title}</h3>
      <p>{text}</p>
      <Table caption={title} captionHidden>
        <thead>
          <tr>
            <th scope="col" data-figures>
              {t('column.line')}
            </th>
            <th scope="col">{t('column.field')}</th>
            <th scope="col">{t('column.value')}</th>
            <th scope="col">{t('column.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {remarks.slice(0, SHOWN).map((remark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and one row may have the same remark twice
            <tr key={index}>
              <td data-figures>{remark.line === null ? t('column.whole') : number(remark.line)}</td>
              <td>{remark.field ?? '—'}</td>
              <td className={css.value}>{remark.value ?? '—'}</td>
              <td>{reasonOf(remark)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {remarks.length > SHOWN && <p>{t('refused.shown', { count: SHOWN })}</p>}
    </section>
  )
}
