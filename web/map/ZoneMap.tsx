import { type Ref, use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { type Contours, contourTiles } from './contourTiles.ts'
import { type Paint, paintedZones, selectedZones, ZONE_FILL } from './layers/words.ts'
import { zoneNames } from './layers/zones.ts'
import { MapCanvas, type MapHandle, type MapPress, type MapView } from './MapCanvas.tsx'
import { type MapPart, mapStyle } from './style.ts'
import { GroundContext, useGround } from './useGround.ts'
import { usePalette } from './usePalette.ts'
import { FRANCE, type Viewport } from './viewport.ts'
import css from './ZoneMap.module.css'

const PRESSABLE = [ZONE_FILL]
const NO_PARTS: readonly MapPart[] = []
const NONE: readonly string[] = []

/**
 * The zones of one set of contours, each painted as `paint` says by its id, on the ground of the page's territory.
 * A press selects; a press beside every zone lets go. The legend stands under the map and is part of it.
 */
export function ZoneMap({
  contours,
  paint,
  colours,
  selected,
  onSelect,
  legend,
  above = NO_PARTS,
  label,
  help,
  at,
  onView,
  onPoint,
  handle,
  children,
}: {
  contours: Contours
  paint: Paint
  /** Colours of the classes, from `shadesOf`. The same array until they change. */
  colours: readonly string[]
  /** One zone, or several; the same array until they change. */
  selected: string | readonly string[] | undefined
  onSelect: (zoneId: string | undefined) => void
  legend?: React.ReactNode
  /** What is drawn over the zones. The same array until it changes. */
  above?: readonly MapPart[]
  label: string
  help?: string
  at?: Viewport | undefined
  onView?: (view: MapView) => void
  /** Everything about a press, before it selects. */
  onPoint?: (press: MapPress) => void
  handle?: Ref<MapHandle>
  /** What lies over the map: a card, a message. */
  children?: React.ReactNode
}) {
  const { t, i18n } = useTranslation('map')
  const palette = usePalette()
  const ground = useGround(palette)
  const territory = use(GroundContext)
  const whole = territory?.bounds ?? FRANCE
  const tiles = contourTiles(location.origin, contours)
  const style = useMemo(
    () =>
      mapStyle(palette, [
        ...ground.below,
        paintedZones(tiles, paint, colours, palette),
        ...above,
        selectedZones(typeof selected === 'string' ? [selected] : (selected ?? NONE), palette),
        zoneNames(palette),
        ...ground.above,
      ]),
    [palette, ground, tiles, paint, colours, above, selected],
  )
  return (
    <div className={css.zones}>
      <div className={css.map}>
        <MapCanvas
          mapStyle={style}
          start={at ?? whole}
          viewport={at}
          pressable={PRESSABLE}
          onView={(view) => onView?.(view)}
          onPress={(press) => {
            onPoint?.(press)
            const id = press.features.find(({ layer }) => layer.id === ZONE_FILL)?.properties.id
            onSelect(id === undefined ? undefined : String(id))
          }}
          label={label}
          help={help ?? t('help')}
          locale={i18n.language}
          {...(handle && { handle })}
          controls={
            handle && typeof handle === 'object' ? (
              <IconButton icon="territory" label={t('fit')} onPress={() => handle.current?.fit(whole)} />
            ) : null
          }
        >
          {children}
        </MapCanvas>
      </div>
      {legend && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={css.legend} tabIndex={0} aria-label={t('legend')}>
          {legend}
        </section>
      )}
    </div>
  )
}
