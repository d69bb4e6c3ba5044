import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import type { TieLine, TieLook } from '#web/map/layers/ties.ts'

type Position = readonly [longitude: number, latitude: number]
/** Which ties the map draws: those of the selected actor, every known and unknown one, the absences too, or none. */
export const LINES = ['selected', 'all', 'absent', 'none'] as const
export type Lines = (typeof LINES)[number]

const lookOf = ({ state, formalised }: Tie): TieLook =>
  state !== 'known' ? state : formalised === false ? 'informal' : 'known'

const distance = ([x1, y1]: Position, [x2, y2]: Position) => (x1 - x2) ** 2 + (y1 - y2) ** 2

/** Between actors with several places, the two that are nearest; null when one of them is nowhere. */
function nearest(
  from: readonly Position[],
  to: readonly Position[],
): { from: Position; to: Position } | null {
  let best: { from: Position; to: Position } | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of from)
    for (const other of to) {
      const far = distance(one, other)
      if (far >= least) continue
      least = far
      best = { from: one, to: other }
    }
  return best
}

/**
 * The lines to draw between actors that are somewhere. Confirmed absences are drawn when they are asked for, never by
 * themselves. A tie of two actors at one point has no line.
 * @param byId every actor that a tie may name
 */
export function tieLinesOf(
  ties: readonly Tie[],
  byId: ReadonlyMap<string, ActorBrief>,
  lines: Lines,
  selected: string | undefined,
): TieLine[] {
  const isWanted = ({ state, fromId, toId }: Tie): boolean => {
    if (lines === 'none' || (state === 'absent' && lines !== 'absent')) return false
    return lines !== 'selected' || fromId === selected || toId === selected
  }
  return ties.filter(isWanted).flatMap((tie) => {
    const ends = nearest(byId.get(tie.fromId)?.points ?? [], byId.get(tie.toId)?.points ?? [])
    return ends && distance(ends.from, ends.to) > 0 ? [{ ...ends, look: lookOf(tie) }] : []
  })
}
