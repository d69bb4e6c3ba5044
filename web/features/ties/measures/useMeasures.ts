import { useEffect, useState } from 'react'
import type { NetworkActor } from '#api/domain/network'
import type { NetworkMeasures } from '#api/domain/network-measures'
import type { Tie } from '#contract/ties'
import type { MeasuresRequest } from '../measures.worker.ts'

/** What the ties say, computed beside the page; the former answer stays until the next one, undefined before the first. */
export function useMeasures(
  actors: readonly NetworkActor[],
  ties: readonly Tie[],
): NetworkMeasures | undefined {
  const [measures, setMeasures] = useState<NetworkMeasures>()
  useEffect(() => {
    const worker = new Worker(new URL('../measures.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<NetworkMeasures>) => setMeasures(data))
    const request: MeasuresRequest = {
      actors: actors.map(({ id, name, family }) => ({ id, name, family })),
      ties: [...ties],
      teamId: null,
    }
    // A worker that could not be loaded: the page does its work.
    worker.addEventListener('error', async () => {
      const { measureNetwork } = await import('#api/domain/network-measures')
      setMeasures(measureNetwork(request.actors, request.ties))
    })
    worker.postMessage(request)
    return () => worker.terminate()
  }, [actors, ties])
  return measures
}
