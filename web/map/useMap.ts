import { Map as MapInstance, type StyleSpecification } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Bounds } from '#contract/geometry'
import './maplibre.ts'
import { drawMissing } from './symbols.ts'
import type { Viewport } from './viewport.ts'

const EMPTY: StyleSpecification = { version: 8, sources: {}, layers: [] }

const create = (container: HTMLElement, start: Viewport | Bounds) =>
  new MapInstance({
    container,
    style: EMPTY,
    ...(start.length === 4
      ? { bounds: [...start], fitBoundsOptions: { padding: 40 } }
      : { center: [start[0], start[1]], zoom: start[2] }),
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    maxPitch: 0,
    maxZoom: 19,
    renderWorldCopies: false,
  })

/** A MapLibre map in a div, north up; null until its first style is there. Removed with its component. */
export function useMap(start: Viewport | Bounds): [RefObject<HTMLDivElement | null>, MapInstance | null] {
  const container = useRef<HTMLDivElement>(null)
  const [first] = useState(start)
  const [map, setMap] = useState<MapInstance | null>(null)
  useEffect(() => {
    const instance = create(container.current!, first)
    instance.keyboard.disableRotation()
    instance.touchZoomRotate.disableRotation()
    instance.setMissingStyleImageResolver(drawMissing(instance))
    instance.once('style.load', () => setMap(instance))
    return () => {
      setMap(null)
      instance.remove()
    }
  }, [first])
  return [container, map]
}
