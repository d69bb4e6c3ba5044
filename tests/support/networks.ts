import fc from 'fast-check'
import type { NetworkActor, NetworkTie } from '#api/domain/network'
import { FAMILIES } from '#contract/nomenclature'
import { TIE_DIRECTIONS, TIE_KINDS, TIE_STATES, type TieState } from '#contract/ties'

export const anActor = (id: string, more: Partial<NetworkActor> = {}): NetworkActor => ({
  id,
  name: id,
  family: 'A',
  ...more,
})

export const aTie = (fromId: string, toId: string, more: Partial<NetworkTie> = {}): NetworkTie => ({
  id: `${fromId}-${toId}`,
  fromId,
  toId,
  state: 'known',
  kind: more.state && more.state !== 'known' ? null : 'works_with',
  contents: [],
  direction: 'mutual',
  formalised: null,
  ...more,
})

export type Network = { actors: NetworkActor[]; ties: NetworkTie[] }

type Shape = { fewest: number; most: number; unknown: number; states?: readonly (TieState | null)[] }

/** Random networks in which a limited number of ties is unknown, and pairs may never have been asked about. */
export function aNetwork({ fewest, most, unknown, states = [...TIE_STATES, null, null] }: Shape) {
  const family = fc.constantFrom(...FAMILIES.slice(0, 3))
  const answer = fc.record({
    state: fc.constantFrom(...states),
    kind: fc.constantFrom(...TIE_KINDS),
    direction: fc.constantFrom(...TIE_DIRECTIONS),
    formalised: fc.constantFrom(true, false, null),
    contents: fc.subarray(['information', 'referral', 'means'] as const),
    turned: fc.boolean(),
  })
  return fc.array(family, { minLength: fewest, maxLength: most }).chain((families) => {
    const actors = families.map((family, index) => anActor(String.fromCharCode(97 + index), { family }))
    const pairs = actors.flatMap((from, index) =>
      actors.slice(index + 1).map((to) => [from.id, to.id] as const),
    )
    return fc.array(answer, { minLength: pairs.length, maxLength: pairs.length }).map((answers): Network => {
      let left = unknown
      const ties = pairs.flatMap(([one, other], index) => {
        const { state, turned, kind, ...rest } = answers[index]!
        if (!state || (state === 'unknown' && left-- <= 0)) return []
        const ends = turned ? ([other, one] as const) : ([one, other] as const)
        return [aTie(...ends, { state, ...rest, kind: state === 'known' ? kind : null })]
      })
      return { actors, ties }
    })
  })
}

/** Every way in which the unknown ties may turn out: each there or confirmed absent. */
export function* completionsOf({ actors, ties }: Network): Generator<Network> {
  const unknown = ties.filter(({ state }) => state === 'unknown')
  for (let present = 0; present < 2 ** unknown.length; present++)
    yield {
      actors,
      ties: ties.map((tie) => {
        const bit = unknown.indexOf(tie)
        if (bit < 0) return tie
        return present & (1 << bit)
          ? { ...tie, state: 'known', kind: 'knows' }
          : { ...tie, state: 'absent', kind: null }
      }),
    }
}

/** What anybody would do by hand: take away, and look who is still reached. Slow, and shares no line with the domain. */
export function byHand({ actors, ties }: Network, without: { actor?: string; tie?: string } = {}) {
  const known = ties.filter(
    ({ id, state, fromId, toId }) =>
      state === 'known' && id !== without.tie && fromId !== without.actor && toId !== without.actor,
  )
  const nextTo = (id: string) =>
    known.flatMap(({ fromId, toId }) => (fromId === id ? [toId] : toId === id ? [fromId] : []))
  const stepsFrom = (start: string): Map<string, number> => {
    const steps = new Map([[start, 0]])
    for (const [id, distance] of steps)
      for (const next of nextTo(id)) if (!steps.has(next)) steps.set(next, distance + 1)
    return steps
  }
  const ids = actors.map(({ id }) => id).filter((id) => id !== without.actor)
  const components: string[][] = []
  for (const id of ids)
    if (!components.some((group) => group.includes(id))) components.push([...stepsFrom(id).keys()])
  return { known, nextTo, stepsFrom, components }
}
