import { useQuery } from '@tanstack/react-query'
import type { InterventionArea } from '#contract/actors'
import { CommuneSearch } from '#web/place/CommuneSearch.tsx'
import { communeNamesQuery } from '#web/place/communes.queries.ts'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import css from './card.module.css'
import { areaLine } from './describe.ts'
import type { EditorProps, ViewProps } from './fields.tsx'

const FEW = 5

/** Where the actor goes: communes by name while they are few. */
export function AreaView({ actor: { area }, words }: ViewProps) {
  const isShort = area.communes.length <= FEW
  const names = useQuery(communeNamesQuery(isShort ? area.communes : [])).data
  const rest = areaLine({ ...area, communes: isShort ? [] : area.communes }, words)
  const communes = isShort ? area.communes.map((code) => names?.get(code) ?? code) : []
  return <p>{[...communes, rest].filter(Boolean).join(', ')}</p>
}

/** Where the actor goes: communes one by one; a drawn area or zones can be taken away. */
export function AreaEditor({ actor: { area }, words: { t }, save }: EditorProps) {
  const write = (next: Partial<InterventionArea>) => save({ field: 'area', value: { ...area, ...next } })
  const names = useQuery(communeNamesQuery(area.communes)).data
  const parts = [
    ...area.communes.map((code) => ({
      id: code,
      name: names?.get(code) ?? code,
      remove: () => write({ communes: area.communes.filter((one) => one !== code) }),
    })),
    ...(area.zones.length > 0
      ? [
          {
            id: 'zones',
            name: t('card.areaZones', { count: area.zones.length }),
            remove: () => write({ zones: [] }),
          },
        ]
      : []),
    ...(area.polygon
      ? [{ id: 'polygon', name: t('card.areaPolygon'), remove: () => write({ polygon: null }) }]
      : []),
  ]
  return (
    <div className={css.rows}>
      <PickedChips
        picked={parts}
        removeLabel={(value) => t('contact.remove', { value })}
        onRemove={(id) => parts.find((part) => part.id === id)?.remove()}
      />
      <CommuneSearch
        label={t('place.commune')}
        onChoose={({ code }) =>
          !area.communes.includes(code) && write({ communes: [...area.communes, code] })
        }
      />
    </div>
  )
}
