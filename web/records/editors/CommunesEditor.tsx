import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CommuneSearch } from '#web/place/CommuneSearch.tsx'
import { communeNamesQuery } from '#web/place/communes.queries.ts'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import type { EditorProps, ViewProps } from '../fields.ts'
import css from '../record.module.css'

const FEW = 12

/** Communes by name while they are few, then how many more. */
export function CommunesView<R>({ record, field }: ViewProps<R>) {
  const { t } = useTranslation('records')
  const codes = record[field.field] as string[]
  const shown = codes.slice(0, FEW)
  const names = useQuery(communeNamesQuery(shown)).data
  const rest = codes.length - shown.length
  return (
    <p>
      {[
        ...shown.map((code) => names?.get(code) ?? code),
        ...(rest > 0 ? [t('moreCommunes', { count: rest })] : []),
      ].join(', ')}
    </p>
  )
}

/** Communes one by one. */
export function CommunesEditor<R>({ record, field, save }: EditorProps<R>) {
  const { t } = useTranslation('records')
  const codes = record[field.field] as string[]
  const names = useQuery(communeNamesQuery(codes)).data
  const write = (next: string[]) => save({ [field.field]: next } as Partial<R>)
  return (
    <div className={css.rows}>
      <PickedChips
        picked={codes.map((code) => ({ id: code, name: names?.get(code) ?? code }))}
        removeLabel={(name) => t('remove', { name })}
        onRemove={(code) => write(codes.filter((one) => one !== code))}
      />
      <CommuneSearch
        label={t('addCommune')}
        hint={field.hint}
        onChoose={({ code }) => !codes.includes(code) && write([...codes, code])}
      />
    </div>
  )
}
