import type { Range } from '#api/domain/network'
import type { NetworkMeasures } from '#api/domain/network-measures'

/** One thing that the ties say, and whom it names. Numbers are counts of actors or ties, never of importance. */
export type Sentence =
  | { about: 'isolated' | 'components' | 'neverAsked'; count: number; range: Range | null; ids: string[] }
  | { about: 'acrossFamilies' | 'formalised'; count: number; of: number; range: Range | null; ids: [] }
  | { about: 'leaving'; actorId: string; count: number; range: Range | null; ids: string[] }
  | { about: 'bridge'; from: string; to: string; sure: boolean; ids: string[] }
  | { about: 'goBetween'; ids: string[] }
  | { about: 'noGoBetween'; reason: NonNullable<NetworkMeasures['goBetweens']['reason']>; ids: [] }

export type Theme = 'who' | 'leaving' | 'bridges' | 'goBetweens' | 'shares'

/** A range that says more than the count: null when both ends are the same. */
const open = (range: Range | null): Range | null => (range && range[0] !== range[1] ? range : null)

/** The measures as sentences, by theme, in the order of names: nothing in it is a ranking. */
export function sentencesOf(measures: NetworkMeasures): Record<Theme, Sentence[]> {
  const { isolated, components, neverAsked, articulations, bridges, goBetweens } = measures
  const alone = [...isolated.sure, ...isolated.possible]
  const share = (about: 'acrossFamilies' | 'formalised'): Sentence[] => {
    const { count, of, range } = measures[about]
    return of || range ? [{ about, count, of, range: open(range), ids: [] }] : []
  }
  return {
    who: [
      { about: 'isolated', count: alone.length, range: open(isolated.range), ids: alone },
      ...(components.count > 1
        ? [{ about: 'components' as const, count: components.count, range: open(components.range), ids: [] }]
        : []),
      ...(neverAsked.length
        ? [{ about: 'neverAsked' as const, count: neverAsked.length, range: null, ids: neverAsked }]
        : []),
    ],
    leaving: articulations.actors.map(({ actorId, cutOff, cutOffRange }) => ({
      about: 'leaving',
      actorId,
      count: cutOff.flat().length,
      range: open(cutOffRange),
      ids: [actorId, ...cutOff.flat()],
    })),
    bridges: bridges.ties.map(({ fromId, toId, sure }) => ({
      about: 'bridge',
      from: fromId,
      to: toId,
      sure,
      ids: [fromId, toId],
    })),
    goBetweens: goBetweens.actors.length
      ? [{ about: 'goBetween', ids: goBetweens.actors.map(({ actorId }) => actorId) }]
      : goBetweens.reason
        ? [{ about: 'noGoBetween', reason: goBetweens.reason, ids: [] }]
        : [],
    shares: [...share('acrossFamilies'), ...share('formalised')],
  }
}
