import { createContext, use, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { Bounds } from '#contract/geometry'
import { type ListedPoint, listedPoints, POINTS, townNames } from './layers/points.ts'
import { zoneContours, zoneNames } from './layers/zones.ts'
import { MapCanvas, type MapHandle } from './MapCanvas.tsx'
import { mapStyle } from './style.ts'
import { useGround } from './useGround.ts'
import { usePalette } from './usePalette.ts'
import { boundsOf, FRANCE } from './viewport.ts'

/** Tiles of the contours that small maps draw under their points; none when nothing is loaded. */
export const ContoursContext = createContext<string | undefined>(undefined)

const PRESSABLE = [POINTS]
const PADDING = 36

/** A small map of what a list shows: it goes where the points are, and a press gives one back. */
export function PointsMap({
  points,
  label,
  help,
  locale,
  onPress,
}: {
  points: readonly ListedPoint[]
  label: string
  help: string
  locale: string
  onPress?: (id: string) => void
}) {
  const palette = usePalette()
  const ground = useGround(palette)
  const tiles = use(ContoursContext)
  const map = useRef<MapHandle>(null)
  const bounds = boundsOf(points.map(({ at }) => at))
  const where = bounds?.join()
  const style = useMemo(
    () =>
      mapStyle(palette, [
        ...ground.below,
        ...(tiles ? [zoneContours(tiles, palette), zoneNames(palette)] : []),
        ...ground.above,
        townNames(palette),
        listedPoints(points, palette),
      ]),
    [palette, ground, tiles, points],
  )
  const goThere = useEffectEvent(() => map.current?.fit(bounds ?? FRANCE, PADDING))
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map moves when the points lie elsewhere
  useEffect(() => {
    if (!isFirst.current) goThere()
    isFirst.current = false
  }, [where])
  return (
    <MapCanvas
      mapStyle={style}
      start={startOf(bounds)}
      pressable={PRESSABLE}
      onView={() => {}}
      onPress={({ features: [feature] }) => feature && onPress?.(String(feature.properties.id))}
      label={label}
      help={help}
      locale={locale}
      handle={map}
    />
  )
}

/** One point alone is shown with what is around it. */
const startOf = (bounds: Bounds | null) => {
  if (!bounds) return FRANCE
  const [west, south, east, north] = bounds
  return west === east && south === north ? ([west, south, 13] as const) : bounds
}
