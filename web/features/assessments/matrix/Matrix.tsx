import { useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { useSame } from '#web/useSame.ts'
import { useWaiting } from '../assess.commands.ts'
import { useDesk } from '../judging.ts'
import type { Cell } from '../levels.ts'
import { ToDiscuss } from '../talk/ToDiscuss.tsx'
import { Badge } from './Badge.tsx'
import css from './matrix.module.css'
import { HandContext } from './PlacedCard.tsx'
import { Plane } from './Plane.tsx'
import { placesOf } from './places.ts'
import { Strip } from './Strip.tsx'
import { Tray } from './Tray.tsx'
import { useCardKeys } from './useCardKeys.ts'
import { useCarry } from './useCarry.ts'
import { usePointerDrag } from './usePointerDrag.ts'

/** Of so few, everybody's dots are drawn at once. */
const FEW = 4

/** The plane, the tray, and what moves between them. */
export function Matrix({
  actors,
  positions,
  selected,
  onSelect,
}: {
  actors: readonly ActorBrief[]
  positions: ReadonlyMap<string, Position>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
}) {
  const { t } = useTranslation('assessments')
  const { t: common } = useTranslation()
  const { words, mayAssess, move, speaksFor, last } = useDesk()
  const root = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const helpId = useId()
  const [looked, setLooked] = useState<string>()
  const [said, setSaid] = useState('')
  const waiting = useWaiting()
  const places = useMemo(() => placesOf(actors, positions), [actors, positions])
  const byId = useMemo(() => new Map(actors.map((actor) => [actor.id, actor])), [actors])

  const wordsOf = (actor: ActorBrief, cell: Cell) => ({
    actor: actor.name,
    need: words.level('need', cell.need),
    possibility: words.level('possibility', cell.possibility),
  })
  const carry = useCarry({
    onDrop: (actor, cell) => {
      const isAlone = !positions.get(actor.id)?.dots.some(({ assessor }) => assessor.id !== speaksFor.id)
      setSaid(t(isAlone ? 'plane.laid' : 'plane.laidMedian', wordsOf(actor, cell)))
      move(actor, cell, positions.get(actor.id))
    },
    onGiveUp: (actor) => setSaid(t('plane.gaveUp', { actor: actor.name })),
  })
  const { carried } = carry
  const drag = usePointerDrag(root, ghost, {
    onTake: (id) => {
      const actor = byId.get(id)
      if (!mayAssess || !actor) return false
      carry.take(actor, 'pointer', null)
      return true
    },
    onHold: carry.hold,
    onDrop: carry.drop,
  })
  const onKeyDown = useCardKeys({ root, carry, positions, byId })

  const eyed = byId.get(carried?.actor.id ?? looked ?? selected ?? '')
  const chosen = selected === undefined ? undefined : byId.get(selected)
  const told = chosen ?? eyed
  const [eyedId, isCarrying] = [eyed?.id, carried !== null]
  const picked = useMemo(() => [eyedId, selected], [eyedId, selected])
  const shown = useMemo(() => {
    const isFew = actors.length - places.waiting.length <= FEW
    const one = byId.get(eyedId ?? '')
    return (isFew && !isCarrying ? actors : one ? [one] : []).flatMap((actor) => {
      const position = positions.get(actor.id)
      return position ? [{ actor, position }] : []
    })
  }, [actors, places, positions, byId, eyedId, isCarrying])
  const hand = useSame({ selected, taken: carried?.actor.id, waiting, positions, helpId })
  const lift = (actor: ActorBrief) => {
    carry.take(actor, 'tap', null)
    // On a phone its card lies over the cells that are now to be touched.
    if (window.matchMedia?.('(width < 48rem)').matches) onSelect(undefined)
  }
  const statusOf = () => {
    if (!carried) return said
    if (carried.over)
      return t(carried.by === 'keys' ? 'plane.overKeys' : 'plane.over', wordsOf(carried.actor, carried.over))
    return t(carried.by === 'tap' ? 'plane.takenTap' : 'plane.taken', { actor: carried.actor.name })
  }
  const status = statusOf()
  const cardAt = (target: EventTarget) =>
    (target as Element).closest<HTMLElement>('[data-actor]')?.dataset.actor
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards are buttons; what is done to them is heard here
    <div
      ref={root}
      className={css.frame}
      data-carried={carried?.by}
      onPointerDown={drag.onPointerDown}
      onPointerOver={({ target, pointerType }) => pointerType === 'mouse' && setLooked(cardAt(target))}
      onPointerLeave={() => setLooked(undefined)}
      onFocus={({ target }) => setLooked(cardAt(target))}
      onContextMenu={(event) => carried && event.preventDefault()}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const id = cardAt(target)
        if (id && !drag.endsDrag() && !carried) onSelect(id === selected ? undefined : id)
      }}
    >
      <HandContext value={hand}>
        <div className={css.matrix}>
          <div className={css.main}>
            <div className={css.about}>
              {carried ? (
                <p className={css.carried}>
                  {status}
                  {carried.by === 'tap' && (
                    <Button onPress={() => carry.drop(null)}>{t('plane.giveUp')}</Button>
                  )}
                </p>
              ) : told ? (
                <Strip
                  actor={told}
                  position={positions.get(told.id)}
                  isSelected={told === chosen}
                  onMove={() => lift(told)}
                />
              ) : (
                <p className={css.help}>
                  <span className={css.byMouse}>{t(mayAssess ? 'plane.helpMouse' : 'plane.helpRead')}</span>
                  <span className={css.byTouch}>{t(mayAssess ? 'plane.helpTouch' : 'plane.helpRead')}</span>
                </p>
              )}
            </div>
            <p className="visually-hidden" role="status">
              {status}
            </p>
            <p id={helpId} hidden>
              {t(mayAssess ? 'plane.help' : 'plane.helpRead')}
            </p>
            <div className={css.board} data-board>
              <Plane
                places={places}
                shown={shown}
                carried={carried}
                picked={picked}
                onSelect={onSelect}
                onMove={lift}
                onLay={carry.drop}
              />
            </div>
          </div>
          <Tray actors={places.waiting} positions={positions} picked={picked}>
            {last && (
              <Button
                look="quiet"
                icon="undo"
                aria-label={t('plane.takeBack', { actor: last.actor.name })}
                onPress={last.takeBack}
              >
                {common('undo')}
              </Button>
            )}
            <ToDiscuss actors={actors} positions={positions} />
          </Tray>
        </div>
      </HandContext>
      {carried?.by === 'pointer' &&
        createPortal(
          <div ref={ghost} className={css.ghost} aria-hidden="true">
            <Badge assessor={speaksFor} />
            <FamilySymbol family={carried.actor.family} size={24} />
            {carried.actor.name}
          </div>,
          document.body,
        )}
    </div>
  )
}
