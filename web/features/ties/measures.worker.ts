import type { NetworkActor, NetworkTie } from '#api/domain/network'
import { measureNetwork } from '#api/domain/network-measures'

export type MeasuresRequest = { actors: NetworkActor[]; ties: NetworkTie[]; teamId: string | null }

addEventListener('message', ({ data }: MessageEvent<MeasuresRequest>) =>
  postMessage(measureNetwork(data.actors, data.ties)),
)
