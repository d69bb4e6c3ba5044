import type { Observation } from '#contract/observations'
import type { HexKey } from '#web/map/hexagons.ts'
import { keysIn } from '#web/map/within.ts'

/**
 * Whose voice it is. Who is behind it is not known here: persons alone who look from the same place count as one voice,
 * so that « two voices » is never said too early.
 */
const voiceOf = ({ groupId, authorRole }: Observation) => groupId ?? `alone:${authorRole}`

const coveredBy = ({ shape, hexagons, area }: Observation): readonly HexKey[] =>
  shape === 'zones' ? keysIn(area) : hexagons

/** The hexagons where at least two voices see people. */
export function severalIn(observations: readonly Observation[]): HexKey[] {
  const voices = new Map<HexKey, Set<string>>()
  for (const observation of observations.filter(({ stance }) => stance === 'seen_here'))
    for (const key of coveredBy(observation)) {
      const heard = voices.get(key) ?? new Set()
      voices.set(key, heard.add(voiceOf(observation)))
    }
  return [...voices].filter(([, heard]) => heard.size > 1).map(([key]) => key)
}
