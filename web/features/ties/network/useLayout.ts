import { useEffect, useRef } from 'react'
import type { Network } from './graph.ts'
import { firstPlaces, type Spring, settledPlaces, springsOf } from './layout.ts'
import type { LayoutOrder, LayoutSaid } from './layout.worker.ts'
import type { Places } from './nearest.ts'

/** Where actors were last drawn, so that a network that changes, or is opened again, stays recognisable. */
const remembered = new Map<string, readonly [number, number]>()

const startOf = (ids: readonly string[]): Float32Array =>
  Float32Array.from(ids.flatMap((id) => remembered.get(id) ?? [Number.NaN, Number.NaN]))

const remember = (ids: readonly string[], places: Places) =>
  ids.forEach((id, node) => {
    remembered.set(id, [places[2 * node]!, places[2 * node + 1]!])
  })

const keyOf = (ids: readonly string[], springs: readonly Spring[]) =>
  JSON.stringify([ids, springs.map(({ from, to, length }) => [from, to, length])])

/** The last arrangement that came to rest: the same question needs no second answer. */
let settled = ''

/**
 * Places the nodes of a network, in a worker: `onPlaces` is told on the way there, or only at the end for those who asked
 * their device for less movement.
 */
export function useLayout(
  network: Network,
  shapeOf: () => number,
  onPlaces: (network: Network, places: Places, isDone: boolean) => void,
) {
  const worker = useRef<Worker>(undefined)
  const run = useRef(0)

  useEffect(() => {
    worker.current = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    return () => worker.current?.terminate()
  }, [])

  useEffect(() => {
    const ids = network.nodes.map(({ id }) => id)
    const springs = springsOf(network.edges)
    const key = keyOf(ids, springs)
    const start = startOf(ids)
    const isKept = ids.some((id) => remembered.has(id))
    const isSettled = key === settled
    if (isKept) onPlaces(network, firstPlaces({ ids, start, springs }), isSettled)
    if (isSettled || !ids.length) return
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    run.current += 1
    const order: LayoutOrder = { run: run.current, isStill, ids, start, springs, shape: shapeOf() }
    const take = ({ places, isDone }: Pick<LayoutSaid, 'places' | 'isDone'>) => {
      remember(ids, places)
      if (isDone) settled = key
      onPlaces(network, places, isDone)
    }
    const listen = ({ data }: MessageEvent<LayoutSaid>) => data.run === order.run && take(data)
    // A worker that could not be loaded: the page does its work, and answers nothing else meanwhile.
    const alone = () => take({ places: settledPlaces(order), isDone: true })
    const current = worker.current
    current?.addEventListener('message', listen)
    current?.addEventListener('error', alone)
    current?.postMessage(order)
    return () => {
      current?.removeEventListener('message', listen)
      current?.removeEventListener('error', alone)
    }
  }, [network, shapeOf, onPlaces])
}
