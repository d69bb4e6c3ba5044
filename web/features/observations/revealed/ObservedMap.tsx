import { use, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { hexagonsArea } from '#api/domain/hexagons'
import type { Observation } from '#contract/observations'
import { BRUSH_MAX_ZOOM } from '#web/map/hexagons.ts'
import { OBSERVED, type ObservedArea, observedAreas } from '#web/map/layers/observed.ts'
import { zoneContours, zoneNames } from '#web/map/layers/zones.ts'
import { MapCanvas, type MapHandle } from '#web/map/MapCanvas.tsx'
import { ContoursContext } from '#web/map/PointsMap.tsx'
import { mapStyle } from '#web/map/style.ts'
import { GroundContext, useGround } from '#web/map/useGround.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { boundsOf, FRANCE } from '#web/map/viewport.ts'
import css from './revealed.module.css'
import { severalIn } from './voices.ts'

const LOOKS: Record<Observation['stance'], ObservedArea['look']> = {
  seen_here: 'filled',
  not_what_we_see: 'hatched',
  nobody_seen: 'edged',
}

const positionsOf = ({ type, coordinates }: Observation['area']) =>
  (type === 'Polygon' ? [coordinates] : coordinates).flatMap(([outer]) => outer ?? [])

/** What was observed, as areas: never nearer than they were put down. */
export function ObservedMap({
  observations,
  selected,
  onSelect,
}: {
  observations: readonly Observation[]
  selected: string | undefined
  onSelect: (id: string | undefined) => void
}) {
  const { t, i18n } = useTranslation('observations')
  const palette = usePalette()
  const ground = useGround(palette)
  const tiles = use(ContoursContext)
  const territory = use(GroundContext)
  const map = useRef<MapHandle>(null)
  const shown = observations.find(({ id }) => id === selected)
  useEffect(() => {
    const bounds = shown && boundsOf(positionsOf(shown.area))
    if (bounds) map.current?.fit(bounds, 80)
  }, [shown])
  const style = useMemo(() => {
    const areas = observations.map(({ id, area, stance }) => ({ id, area, look: LOOKS[stance] }))
    const several = hexagonsArea(severalIn(observations))
    return mapStyle(palette, [
      ...ground.below,
      ...(tiles ? [zoneContours(tiles, palette)] : []),
      observedAreas(areas, several, selected, palette),
      ...(tiles ? [zoneNames(palette)] : []),
      ...ground.above,
    ])
  }, [palette, ground, tiles, observations, selected])
  return (
    <div className={css.mapped}>
      <div className={css.map}>
        <MapCanvas
          mapStyle={style}
          start={territory?.bounds ?? FRANCE}
          pressable={OBSERVED}
          onView={() => {}}
          onPress={({ features: [feature] }) => onSelect(feature && String(feature.properties.id))}
          onMap={(instance) => instance?.setMaxZoom(BRUSH_MAX_ZOOM)}
          label={t('map.label')}
          help={t('map.help')}
          locale={i18n.language}
          handle={map}
        />
      </div>
      <ul className={css.legend} aria-label={t('map.legend')}>
        {(['seen_here', 'several', 'nobody_seen', 'not_what_we_see'] as const).map((name) => (
          <li key={name}>
            <span className={css.swatch} data-look={name} aria-hidden="true" />
            {t(`map.${name}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
