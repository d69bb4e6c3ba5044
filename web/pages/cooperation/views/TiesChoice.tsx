import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import css from './MapView.module.css'
import { LINES, type Lines } from './tieLinesOf.ts'

/** Which ties the map draws. */
export function TiesChoice({ value, onChange }: { value: Lines; onChange: (lines: Lines) => void }) {
  const { t } = useTranslation('cooperation')
  return (
    <Select
      className={css.ties ?? ''}
      label={t('lines.title')}
      labelHidden
      options={LINES.map((one) => ({ value: one, label: t(`lines.${one}`) }))}
      value={value}
      onChange={onChange}
    />
  )
}
