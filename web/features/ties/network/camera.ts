import { select } from 'd3-selection'
import { zoom, zoomIdentity } from 'd3-zoom'
import type { Places } from './nearest.ts'

/** Where the drawing is looked at: a spot of the layout is at `k * spot + (x, y)`, in CSS pixels. */
export type View = { x: number; y: number; k: number }
export type Size = { width: number; height: number }

const NEAREST = 3
const FARTHEST = 0.04
/** Room for names at the edges, less on a phone. */
const marginOf = ({ width, height }: Size) => Math.min(56, 0.09 * Math.min(width, height))
/** Few actors are not blown up to fill the pane. */
const FIT_NEAREST = 1.15

/** The view that holds all nodes with room for their names. */
export function fitting(places: Places, { width, height }: Size): View {
  let [left, top, right, bottom] = [1 / 0, 1 / 0, -1 / 0, -1 / 0]
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]!)
    right = Math.max(right, places[at]!)
    top = Math.min(top, places[at + 1]!)
    bottom = Math.max(bottom, places[at + 1]!)
  }
  if (left > right) return { x: width / 2, y: height / 2, k: 1 }
  const margin = marginOf({ width, height })
  const room = (pixels: number, span: number) => Math.max(80, pixels - 2 * margin) / Math.max(span, 1)
  const k = Math.max(FARTHEST, Math.min(FIT_NEAREST, room(width, right - left), room(height, bottom - top)))
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 }
}

/** The view moved as little as it takes for a spot to be well inside. */
export function showing(view: View, x: number, y: number, { width, height }: Size): View {
  const inside = (at: number, size: number) => {
    const edge = Math.min(56, size / 3)
    return Math.min(size - edge, Math.max(edge, at)) - at
  }
  const dx = inside(view.k * x + view.x, width)
  const dy = inside(view.k * y + view.y, height)
  return dx || dy ? { ...view, x: view.x + dx, y: view.y + dy } : view
}

export type Camera = {
  view: () => View
  set: (view: View) => void
  /** Nearer or farther around the middle. */
  by: (factor: number) => void
  pan: (dx: number, dy: number) => void
  stop: () => void
}

/** Wheel, fingers and mouse move the view; `onHand` is told when somebody did it, and not we. */
export function cameraOn(element: HTMLElement, onView: () => void, onHand: () => void): Camera {
  const target = select(element)
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([FARTHEST, NEAREST])
    .clickDistance(5)
    .on('zoom', ({ sourceEvent }) => {
      if (sourceEvent) onHand()
      onView()
    })
  let { x, y, k }: View = { x: 0, y: 0, k: 1 }
  behaviour.on('zoom.view', ({ transform }) => {
    ;({ x, y, k } = transform)
  })
  target.call(behaviour).on('dblclick.zoom', null)
  return {
    view: () => ({ x, y, k }),
    set: (view) => behaviour.transform(target, zoomIdentity.translate(view.x, view.y).scale(view.k)),
    by: (factor) => behaviour.scaleBy(target, factor),
    pan: (dx, dy) => behaviour.translateBy(target, dx / k, dy / k),
    stop: () => void target.on('.zoom', null),
  }
}
