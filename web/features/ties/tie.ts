import { TIE_KINDS, type Tie, type TieKind } from '#contract/ties'

/** What one says of a tie in a word: how near it is, that there is none, or that nobody knows. */
export const TIE_WORDS = [...TIE_KINDS, 'absent', 'unknown'] as const
export type TieWord = (typeof TIE_WORDS)[number]

export const wordOf = ({ state, kind }: Pick<Tie, 'state' | 'kind'>): TieWord =>
  state === 'known' ? (kind ?? 'knows') : state

const isKind = (word: TieWord): word is TieKind => (TIE_KINDS as readonly string[]).includes(word)

/** The two fields that a word stands for. */
export const fieldsOf = (word: TieWord): Pick<Tie, 'state' | 'kind'> =>
  isKind(word) ? { state: 'known', kind: word } : { state: word, kind: null }

/** The actor at the other end. */
export const otherEnd = ({ fromId, toId }: Pick<Tie, 'fromId' | 'toId'>, actorId: string): string =>
  fromId === actorId ? toId : fromId

export const joins = ({ fromId, toId }: Pick<Tie, 'fromId' | 'toId'>, a: string, b: string): boolean =>
  (fromId === a && toId === b) || (fromId === b && toId === a)

/** The ties of each actor, by its id. */
export function tiesByActor(ties: readonly Tie[]): Map<string, Tie[]> {
  const byActor = new Map<string, Tie[]>()
  for (const tie of ties)
    for (const id of [tie.fromId, tie.toId]) {
      const list = byActor.get(id)
      if (list) list.push(tie)
      else byActor.set(id, [tie])
    }
  return byActor
}
