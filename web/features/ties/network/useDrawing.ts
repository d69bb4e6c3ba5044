import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { usePalette } from '#web/map/usePalette.ts'
import { type Drawing, drawingOn, type Scene } from './drawing.ts'
import type { Network } from './graph.ts'
import type { Places } from './nearest.ts'
import { useLayout } from './useLayout.ts'

export type Canvases = {
  field: RefObject<HTMLDivElement | null>
  lines: RefObject<HTMLCanvasElement | null>
  words: RefObject<HTMLCanvasElement | null>
}

/** `settling`: the actors are finding their places. `none`: this browser cannot draw. */
export type DrawingState = 'settling' | 'settled' | 'none'

/** Draws a scene in two canvases, at the size of the field, in the colours of the theme. */
export function useDrawing({ field, lines, words }: Canvases, scene: Scene) {
  const theme = usePalette().theme as 'light' | 'dark'
  const drawing = useRef<Drawing>(undefined)
  /** Once somebody has moved the view, it is theirs. */
  const isHeld = useRef(false)
  const [state, setState] = useState<DrawingState>('settling')
  const [lost, setLost] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost context is drawn on anew
  useEffect(() => {
    const hand = () => {
      isHeld.current = true
    }
    const made = drawingOn(field.current!, lines.current!, words.current!, hand)
    if (!made) return setState('none')
    drawing.current = made
    const sized = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      made.resize({ width, height })
      if (!isHeld.current) made.fit()
    })
    sized.observe(field.current!)
    const canvas = lines.current!
    const onLost = (event: Event) => event.preventDefault()
    const onBack = () => setLost((times) => times + 1)
    canvas.addEventListener('webglcontextlost', onLost)
    canvas.addEventListener('webglcontextrestored', onBack)
    return () => {
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onBack)
      sized.disconnect()
      made.stop()
    }
  }, [field, lines, words, lost])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of a new drawing too
  useEffect(() => void drawing.current?.dress(theme), [theme, lost])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene of a new drawing too
  useEffect(() => drawing.current?.show(scene), [scene, lost])

  const onPlaces = useCallback((network: Network, places: Places, isDone: boolean) => {
    drawing.current?.place(network, places)
    if (!isHeld.current) drawing.current?.fit()
    if (isDone) drawing.current?.measure()
    setState((now) => (now === 'none' ? now : isDone ? 'settled' : 'settling'))
  }, [])
  const shapeOf = useCallback(() => {
    const { clientWidth = 1, clientHeight = 1 } = field.current ?? {}
    return clientWidth / Math.max(1, clientHeight)
  }, [field])
  useLayout(scene.network, shapeOf, onPlaces)

  const showAll = () => {
    isHeld.current = false
    drawing.current?.fit()
  }
  const hold = () => {
    isHeld.current = true
  }
  return { drawing, state, showAll, hold }
}
