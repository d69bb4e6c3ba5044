import type { MapGeoJSONFeature, Map as MapInstance, PointLike, StyleSpecification } from 'maplibre-gl'
import { type ReactNode, type Ref, useEffect, useEffectEvent, useImperativeHandle, useState } from 'react'
import type { Bounds } from '#contract/geometry'
import { applyStyle } from './applyStyle.ts'
import styles from './MapCanvas.module.css'
import { MapControls } from './MapControls.tsx'
import { Scale } from './Scale.tsx'
import { useMap } from './useMap.ts'
import { isSameView, toBounds, toViewport, type Viewport } from './viewport.ts'

export type MapView = { viewport: Viewport; bounds: Bounds }
/** Where the map was pressed, in degrees and in pixels of the map, and what lies under the finger, nearest first. */
export type MapPress = { point: [number, number]; pixel: [number, number]; features: MapGeoJSONFeature[] }
/** Moves of the camera that other views ask for. Padding in pixels. */
export type MapHandle = {
  fit(bounds: Bounds, padding?: number): void
  /** `covered` is the lower part of the map, 0 to 1, that something else lies over. */
  show(point: readonly [number, number], zoom?: number, covered?: number): void
  /** Brings one of several points into sight, unless one already is. */
  reveal(points: readonly (readonly [number, number])[], covered?: number): void
  focus(): void
}

type Props = {
  mapStyle: StyleSpecification
  start: Viewport | Bounds
  /** Where to look; the map moves when this is not where it already is. */
  viewport?: Viewport | undefined
  /** Layers that answer a press. */
  pressable: readonly string[]
  onView: (view: MapView) => void
  onPress: (press: MapPress) => void
  /** The map itself, for what draws with a finger on it; null once it is gone. */
  onMap?: (map: MapInstance | null) => void
  /** Aiming: a crosshair in the middle, and a press means "here". */
  aiming?: boolean
  label: string
  help: string
  /** Language of the scale. */
  locale: string
  /** Buttons above the zoom. */
  controls?: ReactNode
  handle?: Ref<MapHandle>
  /** Legend, messages and sources, over the map. */
  children?: ReactNode
}

// Half the side of what a finger covers, and how much farther than the nearest thing still counts as under it.
const FINGER = 12
const NEAR = 10
const SETTLED = 120

const viewOf = (map: MapInstance): MapView => {
  const { lng, lat } = map.getCenter()
  const bounds = map.getBounds()
  return {
    viewport: toViewport(lng, lat, map.getZoom()),
    bounds: toBounds(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()),
  }
}

// A symbol at the very edge is not in sight.
const MARGIN = 40

function isInSight(map: MapInstance, [longitude, latitude]: readonly [number, number], covered: number) {
  const { x, y } = map.project([longitude, latitude])
  const { clientWidth, clientHeight } = map.getCanvas()
  return x > MARGIN && y > MARGIN && x < clientWidth - MARGIN && y < clientHeight * (1 - covered) - MARGIN
}

const above = (map: MapInstance, covered: number): [number, number] => [
  0,
  (-map.getCanvas().clientHeight * covered) / 2,
]

/** Those that are about as near to the finger as the nearest, so that neighbours need not be told apart. */
function nearest(map: MapInstance, features: MapGeoJSONFeature[], [x, y]: [number, number]) {
  const measured = features
    .map((feature) => {
      if (feature.geometry.type !== 'Point') return { feature, distance: 0 }
      const at = map.project(feature.geometry.coordinates as [number, number])
      return { feature, distance: Math.hypot(at.x - x, at.y - y) }
    })
    .sort((one, other) => one.distance - other.distance)
  const most = (measured[0]?.distance ?? 0) + NEAR
  return measured.filter(({ distance }) => distance <= most).map(({ feature }) => feature)
}

/** The map: moved by mouse, finger and keyboard (arrows, +, −, Enter at the crosshair). */
export function MapCanvas({ mapStyle, start, pressable, aiming = false, label, help, ...props }: Props) {
  const [container, map] = useMap(start)
  const [idle, setIdle] = useState(false)
  const onView = useEffectEvent(() => map && props.onView(viewOf(map)))
  const onMap = useEffectEvent(() => {
    props.onMap?.(map)
  })
  const { viewport } = props
  const onPress = useEffectEvent((x: number, y: number) => {
    if (!map) return
    const { lng, lat } = map.unproject([x, y])
    const box: [PointLike, PointLike] = [
      [x - FINGER, y - FINGER],
      [x + FINGER, y + FINGER],
    ]
    const layers = pressable.filter((id) => map.getLayer(id))
    const isSurface = ({ geometry }: MapGeoJSONFeature) => geometry.type.endsWith('Polygon')
    // Of surfaces only what lies exactly there: a finger on an edge would take the neighbour.
    const found = layers.length
      ? [
          ...map.queryRenderedFeatures(box, { layers }).filter((feature) => !isSurface(feature)),
          ...map.queryRenderedFeatures([x, y], { layers }).filter(isSurface),
        ]
      : []
    props.onPress({ point: [lng, lat], pixel: [x, y], features: nearest(map, found, [x, y]) })
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another map is what there is to say
  useEffect(() => onMap(), [map])

  useEffect(() => {
    if (map) applyStyle(map, mapStyle)
  }, [map, mapStyle])

  useEffect(() => {
    if (!map || !viewport || map.isMoving() || isSameView(viewport, viewOf(map).viewport)) return
    map.flyTo({ center: [viewport[0], viewport[1]], zoom: viewport[2], duration: 900 })
  }, [map, viewport])

  useEffect(() => {
    const canvas = map?.getCanvas()
    canvas?.setAttribute('aria-label', label)
    canvas?.setAttribute('aria-description', help)
  }, [map, label, help])

  useEffect(() => {
    if (!map) return
    const pressMiddle = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      const { clientWidth, clientHeight } = map.getCanvas()
      onPress(clientWidth / 2, clientHeight / 2)
    }
    // A wheel or a pinch is many small moves: the view is told once they have ended.
    let settling: ReturnType<typeof setTimeout> | undefined
    map.on('moveend', () => {
      clearTimeout(settling)
      settling = setTimeout(onView, SETTLED)
    })
    map.on('click', (event) => onPress(event.point.x, event.point.y))
    map.on('idle', () => setIdle(true))
    map.on('dataloading', () => setIdle(false))
    map.on('movestart', () => setIdle(false))
    map.getCanvas().addEventListener('keydown', pressMiddle)
    for (const layer of pressable) {
      map.on('mouseenter', layer, () => map.getCanvas().classList.add(styles.pointing!))
      map.on('mouseleave', layer, () => map.getCanvas().classList.remove(styles.pointing!))
    }
    onView()
    return () => clearTimeout(settling)
  }, [map, pressable])

  useImperativeHandle(
    props.handle,
    () => ({
      fit: (bounds, padding = 40) => map?.fitBounds(bounds, { padding, maxZoom: 16 }),
      show: (point, zoom = 0, covered = 0) =>
        map?.easeTo({
          center: [...point],
          zoom: Math.max(zoom, map.getZoom()),
          offset: above(map, covered),
          duration: 500,
        }),
      reveal: (points, covered = 0) => {
        if (!map || points.length === 0 || points.some((point) => isInSight(map, point, covered))) return
        map.easeTo({ center: [...points[0]!], offset: above(map, covered), duration: 500 })
      },
      focus: () => map?.getCanvas().focus(),
    }),
    [map],
  )

  return (
    <div className={styles.frame} data-idle={idle} data-aiming={aiming || undefined}>
      <div ref={container} className={styles.canvas} />
      <span className={styles.crosshair} aria-hidden="true" />
      <MapControls map={map}>{props.controls}</MapControls>
      {props.children}
      <div className={styles.foot}>{map && <Scale map={map} locale={props.locale} />}</div>
    </div>
  )
}
