import { useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sectorsQuery, zoneQuery } from '#web/place/zones.queries.ts'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import type { EditorProps, ViewProps } from '../fields.ts'
import css from '../record.module.css'

/** Names of zones by id, as far as they are there. */
function useZoneNames(ids: readonly string[]): (id: string) => string {
  const { t } = useTranslation('records')
  const zones = useQueries({ queries: ids.map(zoneQuery) })
  return (id) => zones[ids.indexOf(id)]?.data?.name ?? t('zone')
}

export function ZonesView<R>({ record, field }: ViewProps<R>) {
  const ids = record[field.field] as string[]
  const name = useZoneNames(ids)
  return <p>{ids.map(name).join(', ')}</p>
}

/** Sectors one by one: neighbourhoods, IRIS, sectors that somebody drew. */
export function ZonesEditor<R>({ record, field, save }: EditorProps<R>) {
  const { t } = useTranslation('records')
  const { t: common } = useTranslation()
  const { t: level } = useTranslation('nomenclature')
  const ids = record[field.field] as string[]
  const name = useZoneNames(ids)
  const [text, setText] = useState('')
  const { data: found = [], isFetching } = useQuery(sectorsQuery(useDeferredValue(text.trim())))
  const write = (next: string[]) => save({ [field.field]: next } as Partial<R>)
  return (
    <div className={css.rows}>
      <PickedChips
        picked={ids.map((id) => ({ id, name: name(id) }))}
        removeLabel={(name) => t('remove', { name })}
        onRemove={(id) => write(ids.filter((one) => one !== id))}
      />
      <Typeahead
        label={t('addZone')}
        hint={field.hint}
        options={(text.trim().length > 1 ? found : [])
          .filter(({ id }) => !ids.includes(id))
          .map((zone) => ({
            value: zone.id,
            label: zone.name,
            detail: `${level(`levelOne.${zone.level}`)} · ${zone.code}`,
          }))}
        query={text}
        onQuery={setText}
        onChoose={(id) => write([...ids, id])}
        isLoading={isFetching}
        empty={isFetching ? common('loading') : t('noneFound')}
      />
    </div>
  )
}
