import { useTranslation } from 'react-i18next'
import { Sheet } from '#web/ui/Sheet.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import type { RecordField } from './fields.ts'
import { RecordSheet } from './RecordSheet.tsx'
import css from './record.module.css'
import type { Kept, Ways } from './ways.ts'
import { useRecord } from './writing.ts'

/** The record that the address names, once it is there; one that is not says so. */
export function OpenRecord<R extends Kept & { name: string }>({
  ways,
  id,
  children,
  ...sheet
}: {
  ways: Ways<R>
  id: string
  fields: readonly RecordField<R>[]
  onClose: () => void
  onActor?: (id: string) => void
  /** What stands above its fields. */
  children?: (record: R) => React.ReactNode
}) {
  const { t } = useTranslation('records')
  const { record, isMissing } = useRecord(ways, id)
  if (record)
    return (
      <RecordSheet ways={ways} record={record} {...sheet}>
        {children?.(record)}
      </RecordSheet>
    )
  return (
    <Sheet title={t('record')} about={id} onClose={sheet.onClose}>
      {isMissing ? <p className={css.soft}>{t('missing')}</p> : <Spinner label={t('loading')} />}
    </Sheet>
  )
}
