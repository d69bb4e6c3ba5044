import type { Map as MapInstance } from 'maplibre-gl'
import { type Ref, useCallback, useMemo, useState } from 'react'
import type { Bounds } from '#contract/geometry'
import css from './HexBrush.module.css'
import { HexCursor, type HexCursorWords } from './HexCursor.tsx'
import {
  BRUSH_MAX_ZOOM,
  discOf,
  GRID_MIN_ZOOM,
  type HexKey,
  keysWithin,
  painted,
  pressed,
} from './hexagons.ts'
import { hexagonGrid, paintedHexagons } from './layers/hexagons.ts'
import { MapCanvas, type MapHandle, type MapPress, type MapView } from './MapCanvas.tsx'
import { type MapPart, mapStyle } from './style.ts'
import { useGround } from './useGround.ts'
import { usePalette } from './usePalette.ts'
import { type Stroke, useStrokes } from './useStrokes.ts'
import type { Viewport } from './viewport.ts'

export type HexBrushWords = HexCursorWords & {
  label: string
  help: string
  /** Said where the map comes no nearer. */
  nearest: string
}

const NONE: never[] = []

/**
 * A map on which an area is painted in hexagons of 200 m, by finger, mouse or keyboard; never nearer than where a
 * building could be aimed at. `parts` are drawn below what is painted.
 */
export function HexBrush({
  hexagons,
  onChange,
  stroke,
  radius,
  start,
  parts = NONE,
  pressable = NONE,
  onPress,
  words,
  locale,
  handle,
  controls,
}: {
  hexagons: readonly HexKey[]
  onChange: (hexagons: HexKey[]) => void
  stroke: Stroke
  radius: number
  start: Viewport | Bounds
  parts?: readonly MapPart[]
  /** Layers of `parts` that answer a press, and that name where the keyboard is. */
  pressable?: readonly string[]
  onPress?: (press: MapPress) => void
  words: HexBrushWords
  locale: string
  handle?: Ref<MapHandle>
  controls?: React.ReactNode
}) {
  const palette = usePalette()
  const ground = useGround(palette)
  const [map, setMap] = useState<MapInstance | null>(null)
  const [view, setView] = useState<MapView>()
  const [cursor, setCursor] = useState<HexKey | null>(null)
  const onMap = useCallback((next: MapInstance | null) => {
    next?.setMaxZoom(BRUSH_MAX_ZOOM)
    setMap(next)
  }, [])
  useStrokes(map, stroke, radius, hexagons, onChange)

  const zoom = view?.viewport[2] ?? 0
  const isGridShown = stroke !== undefined && stroke !== 'disc' && zoom >= GRID_MIN_ZOOM
  const bounds = view?.bounds
  const grid = useMemo(() => (isGridShown && bounds ? keysWithin(bounds) : NONE), [isGridShown, bounds])
  const style = useMemo(
    () =>
      mapStyle(palette, [
        ...ground.below,
        ...parts,
        ...ground.above,
        hexagonGrid(grid, palette),
        paintedHexagons(hexagons, cursor, palette),
      ]),
    [palette, ground, parts, grid, hexagons, cursor],
  )
  return (
    <MapCanvas
      mapStyle={style}
      start={start}
      pressable={pressable}
      onView={setView}
      onPress={(press) => stroke === undefined && onPress?.(press)}
      onMap={onMap}
      label={words.label}
      help={words.help}
      locale={locale}
      {...(handle && { handle })}
      controls={controls}
    >
      {map && stroke && (
        <HexCursor
          map={map}
          naming={pressable}
          hexagons={hexagons}
          cursor={cursor}
          onCursor={setCursor}
          onPress={(at) => onChange(stroke === 'disc' ? discOf(at, radius) : pressed(hexagons, at, 0))}
          onPaint={(path) => stroke !== 'disc' && onChange(painted(hexagons, path))}
          words={words}
        />
      )}
      {zoom >= BRUSH_MAX_ZOOM && <p className={css.nearest}>{words.nearest}</p>}
    </MapCanvas>
  )
}
