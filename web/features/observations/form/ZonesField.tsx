import { useQueries, useQuery } from '@tanstack/react-query'
import { use, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GroundContext } from '#web/map/useGround.ts'
import { zoneQuery } from '#web/place/zones.queries.ts'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import { zonesNamedQuery } from '../observations.queries.ts'
import css from './form.module.css'

/** Whole zones by name: what the map does with a press, for a keyboard. */
export function ZonesField({
  value,
  onChange,
}: {
  value: readonly string[]
  onChange: (zoneIds: string[]) => void
}) {
  const { t } = useTranslation('observations')
  const { t: common } = useTranslation()
  const { t: level } = useTranslation('nomenclature')
  const territory = use(GroundContext)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const { data: found = [], isFetching } = useQuery(zonesNamedQuery(asked, territory?.id))
  const chosen = useQueries({ queries: value.map(zoneQuery) })
  return (
    <div className={css.picked}>
      <PickedChips
        picked={value.map((id, index) => ({ id, name: chosen[index]?.data?.name ?? t('form.zone') }))}
        removeLabel={(name) => t('form.remove', { name })}
        onRemove={(id) => onChange(value.filter((one) => one !== id))}
      />
      <Typeahead
        label={t('form.zones')}
        options={(text.trim().length > 1 ? found : [])
          .filter(({ id }) => !value.includes(id))
          .map((zone) => ({
            value: zone.id,
            label: zone.name,
            detail: `${level(`levelOne.${zone.level}`)} · ${zone.code}`,
          }))}
        query={text}
        onQuery={setText}
        onChoose={(id) => onChange([...value, id])}
        isLoading={isFetching}
        empty={isFetching ? common('loading') : t('form.noZone')}
      />
    </div>
  )
}
