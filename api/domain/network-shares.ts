import type { NetworkTie, Range } from './network.ts'
import type { NetworkIndex } from './network-index.ts'

/** So many ties out of so many, as it is known; the range is of the share (0 to 1), null when there is nothing to divide. */
export type Share = { count: number; of: number; range: Range | null }

/** What a known tie says to a question; null: it does not say. */
type Answer = (tie: NetworkTie) => boolean | null

const QUESTIONS = {
  formalised: ({ formalised }) => formalised,
  multiplex: ({ contents }) => (contents.length ? contents.length > 1 : null),
  mutual: ({ direction }) => direction === 'mutual',
} as const satisfies Record<string, Answer>

/**
 * Of `yes + no + unsaid` known ties and `unknown` ones of which nothing is said: the share is lowest when all that is not
 * said is no and every unknown tie is there, as a no; highest likewise. For a share that is not above 1 only grows by
 * one more yes among one more tie.
 */
function shareOf(answers: readonly (boolean | null)[], unknown: number): Share {
  const count = answers.filter((answer) => answer === true).length
  const of = answers.filter((answer) => answer !== null).length
  const all = answers.length + unknown
  const range: Range | null = all ? [count / all, (all - (of - count)) / all] : null
  return { count, of, range }
}

/**
 * Families are known of unknown ties too: of these only those within families can lower the share, only those across can
 * raise it. Where no tie is known and the unknown ones are all of one sort, the share is what these make it, or nothing.
 */
function acrossFamilies({ actors, indexOf, ties }: NetworkIndex): Share {
  const familyOf = (id: string) => actors[indexOf.get(id)!]!.family
  const isAcross = ({ fromId, toId }: NetworkTie) => familyOf(fromId) !== familyOf(toId)
  const count = (state: NetworkTie['state'], across: boolean) =>
    ties.filter((tie) => tie.state === state && isAcross(tie) === across).length
  const [across, within] = [count('known', true), count('known', false)]
  const [mayAcross, mayWithin] = [count('unknown', true), count('unknown', false)]
  const of = across + within
  const low = of + mayWithin ? across / (of + mayWithin) : 1
  const high = of + mayAcross ? (across + mayAcross) / (of + mayAcross) : 0
  return { count: across, of, range: of + mayAcross + mayWithin ? [low, high] : null }
}

/** The actors are always as many: each unknown tie that is there is one more of the pairs. */
function density({ actors, ties }: NetworkIndex): Share {
  const of = (actors.length ** 2 - actors.length) / 2
  const count = ties.filter(({ state }) => state === 'known').length
  const unknown = ties.filter(({ state }) => state === 'unknown').length
  return { count, of, range: of ? [count / of, (count + unknown) / of] : null }
}

/** Shares of ties with their ranges; each end of each range is reached by a completion. */
export function sharesOf(
  network: NetworkIndex,
): Record<'density' | 'acrossFamilies' | keyof typeof QUESTIONS, Share> {
  const known = network.ties.filter(({ state }) => state === 'known')
  const unknown = network.ties.filter(({ state }) => state === 'unknown').length
  const share = (question: Answer) => shareOf(known.map(question), unknown)
  return {
    density: density(network),
    acrossFamilies: acrossFamilies(network),
    formalised: share(QUESTIONS.formalised),
    multiplex: share(QUESTIONS.multiplex),
    mutual: share(QUESTIONS.mutual),
  }
}
