import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { useDesk } from '../judging.ts'
import { type Cell, cellOf, stepFrom } from '../levels.ts'
import { keyOf } from './places.ts'
import { rove } from './rove.ts'
import type { Carry } from './useCarry.ts'

const START: Cell = { need: 0, possibility: 0 }

/**
 * The keys of cards (`data-actor`): arrows go from card to card; Enter takes one, then arrows move it by levels, Enter
 * puts it down, Escape gives it up. Space stays the button's own: it selects.
 */
export function useCardKeys({
  root,
  carry,
  positions,
  byId,
}: {
  root: RefObject<HTMLElement | null>
  carry: Carry
  positions: ReadonlyMap<string, Position>
  byId: ReadonlyMap<string, ActorBrief>
}) {
  const { isMine, mayAssess } = useDesk()
  const moved = useRef<string>(undefined)
  const { carried } = carry

  // A card that was put down is drawn anew in another place: the keyboard goes there with it.
  useEffect(() => {
    if (!moved.current || document.activeElement !== document.body) return
    root.current?.querySelector<HTMLElement>(`[data-actor="${moved.current}"]`)?.focus()
  })

  /** Where I see it, else in the middle of where all see it. */
  const startOf = (id: string): Cell | null => {
    const position = positions.get(id)
    const mine = position?.dots.find(({ assessor }) => isMine(assessor))
    if (mine && cellOf(mine)) return cellOf(mine)
    if (!position || position.need === null || position.possibility === null) return null
    return { need: Math.round(position.need), possibility: Math.round(position.possibility) } as Cell
  }

  return (event: KeyboardEvent) => {
    if (carried && carried.by !== 'pointer' && event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return carry.drop(null)
    }
    const card = (event.target as Element).closest<HTMLElement>('[data-actor]')
    const id = card?.dataset.actor
    if (!card || !id || event.ctrlKey || event.metaKey || event.altKey) return
    if (carried?.by === 'keys') {
      const next = stepFrom(carried.over ?? START, event.key)
      if (next) {
        const over = carried.over ? next : START
        carry.hold(over)
        root.current?.querySelector(`[data-cell="${keyOf(over)}"]`)?.scrollIntoView({ block: 'nearest' })
      }
      if (event.key === 'Enter') {
        moved.current = id
        carry.drop(carried.over)
      } else if (event.key === 'Tab') carry.drop(null)
      if (event.key !== 'Tab') event.preventDefault()
      return
    }
    moved.current = undefined
    const actor = byId.get(id)
    if (event.key === 'Enter' && mayAssess && actor) {
      event.preventDefault()
      carry.take(actor, 'keys', startOf(id))
      return
    }
    const region = card.closest('ul, [data-plane]') ?? root.current
    const cards = [...(region?.querySelectorAll<HTMLElement>('[data-actor]') ?? [])]
    if (rove(event.key, card, cards)) event.preventDefault()
  }
}
