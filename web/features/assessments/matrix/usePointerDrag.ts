import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { LEVELS } from '#contract/assessments'
import { type Cell, cellAt, type Plane } from '../levels.ts'

/** How far a mouse moves, in pixels, before a press becomes a drag. */
const START = 5
/** How long a finger rests, in milliseconds: less is a scroll or a tap. */
const HOLD = 280
const EDGE = 56
const SCROLL_STEP = 14

type Point = { x: number; y: number }
const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
  x: clientX,
  y: clientY,
})

/** Where the four levels of each axis are on the screen now. */
function measure(root: Element): Plane | null {
  const rectOf = (need: number, possibility: number) =>
    root.querySelector(`[data-cell="${need} ${possibility}"]`)?.getBoundingClientRect()
  const columns = LEVELS.map((level) => rectOf(0, level))
  const rows = LEVELS.map((level) => rectOf(level, 0))
  if ([...columns, ...rows].some((rect) => !rect)) return null
  return {
    possibility: columns.map((rect) => [rect!.left, rect!.right] as const),
    need: rows.map((rect) => [rect!.top, rect!.bottom] as const),
  }
}

function scrollNearEdge(board: Element | null, { y }: Point) {
  if (!board) return
  const { top, bottom } = board.getBoundingClientRect()
  if (y > bottom - EDGE && y < bottom) board.scrollBy(0, SCROLL_STEP)
  else if (y < top + EDGE && y > top) board.scrollBy(0, -SCROLL_STEP)
}

/**
 * Drags cards (`data-actor`) inside `root` with a mouse, a pen or a finger that rests first. `ghost` follows the
 * pointer. `onTake` says whether the card may be taken.
 */
export function usePointerDrag(
  root: RefObject<HTMLElement | null>,
  ghost: RefObject<HTMLElement | null>,
  on: {
    onTake: (actorId: string) => boolean
    onHold: (cell: Cell | null) => void
    onDrop: (cell: Cell | null) => void
  },
) {
  const isDragging = useRef(false)
  const wasDragged = useRef(false)
  const stop = useRef(() => {})
  const latest = useRef(on)
  useEffect(() => {
    latest.current = on
  })
  useEffect(() => () => stop.current(), [])

  useEffect(() => {
    const element = root.current
    // Not passive, and there before the finger comes down: else the browser scrolls instead.
    const stay = (event: TouchEvent) => isDragging.current && event.preventDefault()
    element?.addEventListener('touchmove', stay, { passive: false })
    return () => element?.removeEventListener('touchmove', stay)
  }, [root])

  const follow = (point: Point) => {
    if (ghost.current) ghost.current.style.transform = `translate(${point.x}px, ${point.y}px)`
    const plane = root.current && measure(root.current)
    return plane ? cellAt(point, plane) : null
  }

  const onPointerDown = (event: PointerEvent) => {
    const card = (event.target as Element).closest<HTMLElement>('[data-actor]')
    const actorId = card?.dataset.actor
    if (!actorId || event.button !== 0 || !event.isPrimary) return
    const from = pointOf(event)
    const isTouch = event.pointerType === 'touch'
    let at = from
    wasDragged.current = false

    const start = () => {
      if (!latest.current.onTake(actorId)) return end()
      isDragging.current = true
      wasDragged.current = true
      // The ghost is drawn by the render that follows.
      requestAnimationFrame(() => latest.current.onHold(follow(at)))
    }
    const timer = isTouch ? setTimeout(start, HOLD) : undefined
    const move = (moved: globalThis.PointerEvent) => {
      at = pointOf(moved)
      const far = Math.hypot(at.x - from.x, at.y - from.y)
      if (isDragging.current) {
        scrollNearEdge(root.current?.querySelector('[data-board]') ?? null, at)
        latest.current.onHold(follow(at))
      } else if (far > START * (isTouch ? 2 : 1)) {
        if (isTouch) end()
        else start()
      }
    }
    const up = () => {
      const cell = isDragging.current ? follow(at) : null
      const had = isDragging.current
      end()
      // The click that ends a drag comes at once, when it comes.
      setTimeout(() => {
        wasDragged.current = false
      })
      if (had) latest.current.onDrop(cell)
    }
    const giveUp = () => {
      const had = isDragging.current
      end()
      if (had) latest.current.onDrop(null)
    }
    const giveUpByKey = ({ key }: KeyboardEvent) => key === 'Escape' && giveUp()
    function end() {
      clearTimeout(timer)
      isDragging.current = false
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', giveUp)
      window.removeEventListener('keydown', giveUpByKey)
    }
    stop.current = end
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', giveUp)
    window.addEventListener('keydown', giveUpByKey)
  }

  /** Whether the click that comes now is only the end of a drag. */
  const endsDrag = (): boolean => wasDragged.current
  return { onPointerDown, endsDrag }
}
