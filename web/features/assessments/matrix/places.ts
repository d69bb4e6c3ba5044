import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { type Station, stationOf, tracksOf } from '../levels.ts'

/** Actors of one place of the plane. */
type Place = { station: Station; actors: ActorBrief[] }

export const keyOf = ({ need, possibility }: Station): string => `${need} ${possibility}`

/** Every actor once: on the plane where both medians are known, else waiting in the tray. */
export type Places = {
  byKey: ReadonlyMap<string, Place>
  waiting: ActorBrief[]
  /** What the two axes are divided into: the four levels, and halves where some card stands between two. */
  tracks: { need: number[]; possibility: number[] }
}

/** @param actors in the order in which each place lists them */
export function placesOf(actors: readonly ActorBrief[], positions: ReadonlyMap<string, Position>): Places {
  const byKey = new Map<string, Place>()
  const waiting: ActorBrief[] = []
  for (const actor of actors) {
    const station = stationOf(positions.get(actor.id))
    if (!station) {
      waiting.push(actor)
      continue
    }
    const place = byKey.get(keyOf(station))
    if (place) place.actors.push(actor)
    else byKey.set(keyOf(station), { station, actors: [actor] })
  }
  const stations = [...byKey.values()].map(({ station }) => station)
  return {
    byKey,
    waiting,
    tracks: {
      need: tracksOf(stations.map(({ need }) => need)),
      possibility: tracksOf(stations.map(({ possibility }) => possibility)),
    },
  }
}

/** How many of each family, in the order of families. */
export function familiesOf(actors: readonly ActorBrief[]): [ActorBrief['family'], number][] {
  const counts = new Map<ActorBrief['family'], number>()
  for (const { family } of actors) counts.set(family, (counts.get(family) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
