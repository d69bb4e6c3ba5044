import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import css from './ContoursSelect.module.css'
import { contoursKey, coverageQuery, drawable } from './zones.queries.ts'

const NONE = 'none'

/** Which contours the map draws, among those that are loaded; where they come from when there are none. */
export function ContoursSelect({
  territory,
  value,
  onChange,
}: {
  territory: string | undefined
  value: string | undefined
  onChange: (key: string) => void
}) {
  const { t } = useTranslation('map')
  const { t: name } = useTranslation('nomenclature')
  const sets = drawable(useQuery(coverageQuery(territory)).data ?? [])
  if (sets.length === 0) return <p className={css.none}>{t('noneLoaded')}</p>
  const options = sets.map((set) => ({
    value: contoursKey(set),
    label: name(`level.${set.level}`),
    detail: [
      set.vintage === 'unknown' ? t('vintageUnknown') : t('vintage', { vintage: set.vintage }),
      t('contoursCount', { count: set.contours }),
    ].join(' · '),
  }))
  return (
    <Select
      label={t('contours')}
      options={[{ value: NONE, label: t('noContours') }, ...options]}
      value={value ?? NONE}
      onChange={onChange}
    />
  )
}
