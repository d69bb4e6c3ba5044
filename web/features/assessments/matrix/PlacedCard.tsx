import { createContext, use } from 'react'
import { isToDiscuss, type Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { useDesk } from '../judging.ts'
import { Card, type CardSize } from './Card.tsx'

/** What the matrix says of its cards, wherever they lie: who is selected, whose card is in the hand. */
export type Hand = {
  selected: string | undefined
  taken: string | undefined
  /** Actors of whom a judgement has not reached the server. */
  waiting: ReadonlySet<string>
  positions: ReadonlyMap<string, Position>
  helpId: string
}

export const HandContext = createContext<Hand | null>(null)

/** A card of the matrix around: with another selection, two of them are drawn again and not the places where they lie. */
export function PlacedCard({
  actor,
  ...how
}: {
  actor: ActorBrief
  size?: CardSize
  isTabStop: boolean
  detail?: string | undefined
}) {
  const { discussions } = useDesk()
  const hand = use(HandContext)
  if (!hand) throw new Error('A card lies outside of a matrix')
  const position = hand.positions.get(actor.id)
  return (
    <Card
      actor={actor}
      isSelected={actor.id === hand.selected}
      isTaken={actor.id === hand.taken}
      isWaiting={hand.waiting.has(actor.id)}
      isApart={Boolean(position && isToDiscuss(position, discussions))}
      helpId={hand.helpId}
      {...how}
    />
  )
}
