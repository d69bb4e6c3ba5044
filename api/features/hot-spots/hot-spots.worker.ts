import { parentPort, workerData } from 'node:worker_threads'
import { compositeOf, type Ingredient } from '#api/domain/composite'
import { type HotSpotJob, hotSpotsOf } from '#api/domain/hot-spot-answer'
import { randomFrom } from '#api/domain/random'

export type HotSpotsWork = { hotSpots: HotSpotJob } | { composite: { of: Ingredient[]; seed: number } }

const work = workerData as HotSpotsWork
parentPort!.postMessage({
  result:
    'hotSpots' in work
      ? hotSpotsOf(work.hotSpots)
      : compositeOf(work.composite.of, randomFrom(work.composite.seed)),
})
