import { useState } from 'react'
import type { ActorBrief } from '#contract/briefs'
import type { Cell } from '../levels.ts'

/** A card in somebody's hand: under the pointer, by the keys, or waiting for a cell to be touched. */
export type Carried = { actor: ActorBrief; over: Cell | null; by: 'pointer' | 'keys' | 'tap' }

const isSame = (one: Cell | null, other: Cell | null): boolean =>
  one?.need === other?.need && one?.possibility === other?.possibility

/** What is carried over the plane, from taking it to putting it down or giving it up. */
export function useCarry({
  onDrop,
  onGiveUp,
}: {
  onDrop: (actor: ActorBrief, cell: Cell) => void
  onGiveUp: (actor: ActorBrief) => void
}) {
  const [carried, setCarried] = useState<Carried | null>(null)
  return {
    carried,
    take: (actor: ActorBrief, by: Carried['by'], over: Cell | null) => setCarried({ actor, by, over }),
    hold: (over: Cell | null) =>
      setCarried((now) => (!now || isSame(now.over, over) ? now : { ...now, over })),
    /** Puts it down in a cell; without one, it stays where it was. */
    drop: (cell: Cell | null) => {
      setCarried(null)
      if (!carried) return
      if (cell) onDrop(carried.actor, cell)
      else onGiveUp(carried.actor)
    },
  }
}
export type Carry = ReturnType<typeof useCarry>
