import type { Map as MapInstance } from 'maplibre-gl'
import { useEffect, useEffectEvent } from 'react'
import { discOf, erased, type HexKey, keyAt, painted, pressed } from './hexagons.ts'

/** What a finger does: paints, erases, or sets down a disc in one press; undefined leaves the map to be moved. */
export type Stroke = 'paint' | 'erase' | 'disc' | undefined

// Pixels: finer than any cell, so that a fast finger leaves no gap.
const STEP = 12

/**
 * Painting with a finger or a mouse on a map that then holds still. A press toggles, a drag adds or erases; a second
 * finger takes the stroke back and zooms.
 * @param radius hexagons around the one under the finger
 */
export function useStrokes(
  map: MapInstance | null,
  stroke: Stroke,
  radius: number,
  hexagons: readonly HexKey[],
  onChange: (hexagons: HexKey[]) => void,
) {
  const change = useEffectEvent(onChange)
  const now = useEffectEvent(() => hexagons)
  useEffect(() => {
    if (!map || !stroke) return
    const canvas = map.getCanvas()
    let before: readonly HexKey[] | undefined
    let done: readonly HexKey[] = []
    let first: HexKey | undefined
    let last: [number, number] = [0, 0]

    const at = ([x, y]: [number, number]) => {
      const { lng, lat } = map.unproject([x, y])
      return keyAt([lng, lat])
    }
    const pixelOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
      const { left, top } = canvas.getBoundingClientRect()
      return [clientX - left, clientY - top]
    }
    const show = (next: readonly HexKey[]) => {
      done = next
      change([...next])
    }
    const begin = (event: PointerEvent) => {
      if (!event.isPrimary) return giveUp()
      if (event.button !== 0) return
      before = now()
      done = before
      last = pixelOf(event)
      first = at(last)
    }
    const move = (event: PointerEvent) => {
      if (!before || !event.isPrimary || stroke === 'disc') return
      const next = pixelOf(event)
      if (first && at(next) === first) return
      const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - last[0], next[1] - last[1]) / STEP))
      const path = Array.from({ length: steps + 1 }, (_, step) =>
        at([last[0] + ((next[0] - last[0]) * step) / steps, last[1] + ((next[1] - last[1]) * step) / steps]),
      )
      last = next
      first = undefined
      const under = path.flatMap((hexagon) => discOf(hexagon, radius))
      show(stroke === 'paint' ? painted(done, under) : erased(done, under))
    }
    const end = () => {
      if (before && first) {
        if (stroke === 'disc') show(discOf(first, radius))
        else show(stroke === 'paint' ? pressed(done, first, radius) : erased(done, discOf(first, radius)))
      }
      before = undefined
    }
    const giveUp = () => {
      if (before && done !== before) change([...before])
      before = undefined
    }

    map.dragPan.disable()
    map.boxZoom.disable()
    map.doubleClickZoom.disable()
    canvas.style.touchAction = 'none'
    canvas.style.cursor = 'crosshair'
    canvas.addEventListener('pointerdown', begin)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', giveUp)
    return () => {
      map.dragPan.enable()
      map.boxZoom.enable()
      map.doubleClickZoom.enable()
      canvas.style.touchAction = ''
      canvas.style.cursor = ''
      canvas.removeEventListener('pointerdown', begin)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', giveUp)
    }
  }, [map, stroke, radius])
}
