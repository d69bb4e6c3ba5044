import { useQuery } from '@tanstack/react-query'
import { type Ref, use, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '#contract/geometry'
import type { Family } from '#contract/nomenclature'
import { PLACE_MIN_ZOOM } from '#contract/tiles'
import { actorQuery, type Filter } from '#web/features/actors/actors.queries.ts'
import { ContoursSelect } from '#web/features/zones/ContoursSelect.tsx'
import { contoursKey } from '#web/features/zones/zones.queries.ts'
import { ACTOR_LAYERS, CELLS } from '#web/map/layers/actors.ts'
import { STANDING_CELLS, STANDING_LAYERS } from '#web/map/layers/standings.ts'
import { MapCanvas, type MapHandle, type MapPress, type MapView } from '#web/map/MapCanvas.tsx'
import { GroundContext } from '#web/map/useGround.ts'
import { FRANCE, type Viewport } from '#web/map/viewport.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import css from './ActorMap.module.css'
import { BareMap } from './BareMap.tsx'
import type { MapExtras } from './extras.ts'
import { type Found, Here } from './Here.tsx'
import { Legend } from './Legend.tsx'
import { type Known, pointsOf, useActorMapStyle, useContours } from './useActorMapStyle.ts'

const PRESSABLE = [...ACTOR_LAYERS, ...STANDING_LAYERS]
const isCell = (id: string) => id === CELLS || id === STANDING_CELLS

const foundOf = ({ features }: MapPress): Found[] => {
  const found = features.flatMap(({ properties: { id, name, family, state } }): Found[] =>
    id ? [{ id: String(id), name: String(name), family: family as Family, state: String(state) }] : [],
  )
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

/** The map of a filtered set: it selects, and shows what is selected elsewhere. */
export function ActorMap({
  filter,
  selected,
  known,
  at,
  contours: chosen,
  handle,
  covered,
  extras,
  legend,
  isFolded,
  onView,
  onSelect,
  onContours,
  children,
}: {
  filter: Filter
  selected: string | undefined
  /** What the page knows of the selected actor already: its ring need not wait for its card. */
  known?: Known | undefined
  at: Viewport | undefined
  contours: string | undefined
  handle: Ref<MapHandle>
  /** The lower part of the map, 0 to 1, that lies behind an open card. */
  covered: number
  /** What the page draws beside the actors, and what it adds to the legend. */
  extras?: MapExtras
  legend?: React.ReactNode
  /** Whether the legend waits to be opened, however wide the screen is. */
  isFolded?: boolean
  onView: (view: MapView) => void
  onSelect: (id: string | undefined) => void
  onContours: (key: string) => void
  children?: React.ReactNode
}) {
  const { t, i18n } = useTranslation('map')
  const territory = use(GroundContext)
  const contours = useContours(territory?.id, chosen)
  const actor = useQuery({ ...actorQuery(selected ?? ''), enabled: Boolean(selected) }).data
  const mapStyle = useActorMapStyle(filter, contours, selected ? actor : undefined, known, extras)
  const [here, setHere] = useState<{ pixel: MapPress['pixel']; found: Found[] }>()
  const isBare = territory?.bounds === null && territory.actors === 0
  const whole: Bounds = territory?.bounds ?? FRANCE

  // The card that opens takes room from the map: what was chosen must not end up behind its edge.
  useEffect(() => {
    if (!actor || actor.id !== selected) return
    const timer = setTimeout(() => handleOf(handle)?.reveal(pointsOf(actor), covered), 150)
    return () => clearTimeout(timer)
  }, [actor, selected, handle, covered])

  const press = (pressed: MapPress) => {
    const cell = pressed.features.find(({ layer }) => isCell(layer.id))
    if (cell?.geometry.type === 'Point')
      return handleOf(handle)?.show(cell.geometry.coordinates as [number, number], (at?.[2] ?? 8) + 2)
    const found = foundOf(pressed)
    if (found.length > 1) setHere({ pixel: pressed.pixel, found })
    else onSelect(found[0]?.id)
  }
  const open = (id: string) => {
    setHere(undefined)
    onSelect(id)
  }
  const sources = [
    t(territory?.demo ? 'sources.demo' : 'sources.actors'),
    contours && !territory?.demo && t('sources.contours', { ...contours }),
  ]
  return (
    <div className={css.map}>
      <MapCanvas
        mapStyle={mapStyle}
        start={at ?? whole}
        viewport={at}
        pressable={PRESSABLE}
        onView={onView}
        onPress={press}
        label={t('label')}
        help={t('help')}
        locale={i18n.language}
        handle={handle}
        controls={
          <IconButton icon="territory" label={t('fit')} onPress={() => handleOf(handle)?.fit(whole)} />
        }
      >
        {here && <Here {...here} onOpen={open} onClose={() => setHere(undefined)} />}
        {isBare && <BareMap />}
        {children}
      </MapCanvas>
      <Legend
        cells={!extras?.cells && (at?.[2] ?? 0) < PLACE_MIN_ZOOM}
        sources={sources.filter(Boolean).join(' · ')}
        isFolded={isFolded ?? false}
      >
        {legend}
        <ContoursSelect
          territory={territory?.id}
          value={chosen === 'none' ? chosen : contours && contoursKey(contours)}
          onChange={onContours}
        />
      </Legend>
    </div>
  )
}

const handleOf = (ref: Ref<MapHandle>) => (ref && typeof ref === 'object' ? ref.current : null)
