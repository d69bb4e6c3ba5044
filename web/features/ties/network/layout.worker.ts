import { isSettled, type LayoutAsk, placesOf, simulationOf } from './layout.ts'

export type LayoutSaid = { run: number; places: Float32Array; isDone: boolean }

/** `isStill`: only where everything ends up is told, not the way there. */
export type LayoutOrder = LayoutAsk & { run: number; isStill: boolean }

/** Between two answers: what an eye takes for movement, without drowning the page in messages. */
const PACE = 40

let current = 0

/** Every new ask ends the one before. */
addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  current = data.run
  const simulation = simulationOf(data)
  const step = () => {
    if (current !== data.run) return
    const until = performance.now() + PACE
    while (!isSettled(simulation) && performance.now() < until) simulation.tick()
    const isDone = isSettled(simulation)
    if (isDone || !data.isStill) {
      const places = placesOf(simulation)
      postMessage({ run: data.run, places, isDone } satisfies LayoutSaid, { transfer: [places.buffer] })
    }
    if (!isDone) setTimeout(step)
  }
  step()
})
