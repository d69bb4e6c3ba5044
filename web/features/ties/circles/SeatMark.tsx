import type { KeyboardEvent, SVGProps } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '#api/domain/network-rings'
import type { ActorBrief } from '#contract/briefs'
import { familyMarkup } from '#web/ui/families.ts'
import css from './CirclesDrawing.module.css'

/** What stands on a seat outside of the rings: why it is there. */
const SIGNS = { known: '', absent: '×', unknown: '?', never_asked: '' } as const

/** Where an arrow leads: to the seat before, to the one after. With Shift, nearer or farther. */
const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }
const MOVES = { ArrowUp: true, ArrowDown: true }

/** One actor on its seat. */
export function SeatMark({
  seat,
  actor,
  x,
  y,
  size,
  isPicture,
  isSelected,
  isFirst,
  onSelect,
  onPoint,
  onWalk,
  onMove,
  ...pointer
}: {
  seat: Seat
  actor: ActorBrief | undefined
  x: number
  y: number
  size: number
  isPicture: boolean
  isSelected: boolean
  /** Tab comes to it. */
  isFirst: boolean
  onSelect: () => void
  /** The pointer or the keyboard is on it; undefined when it leaves. */
  onPoint: (id: string | undefined) => void
  onWalk: (step: -1 | 1) => void
  onMove: ((step: -1 | 1) => void) | undefined
} & Pick<SVGProps<SVGGElement>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>) {
  const { t } = useTranslation('ties')
  if (!actor) return null
  const scale = (size * (isSelected ? 1.2 : 1)) / 40
  const sign = SIGNS[seat.state]
  const words = seat.ring === 'outside' ? t(`seat.${seat.state}`) : t(`ring.${seat.ring}`)
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    const step = STEPS[key]
    if (key === 'Enter' || key === ' ') onSelect()
    else if (step && shiftKey && key in MOVES) onMove?.(step)
    else if (step) onWalk(step)
    else return
    event.preventDefault()
  }
  const label = [actor.name, words, onMove && t('circles.moveHint')].filter(Boolean).join('. ')
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={css.seat}
      data-state={seat.state}
      data-seat={seat.actorId}
      {...(!isPicture && {
        role: 'button',
        tabIndex: isFirst ? 0 : -1,
        'aria-pressed': isSelected,
        'aria-label': label,
        onKeyDown,
        onFocus: () => onPoint(seat.actorId),
        onBlur: () => onPoint(undefined),
        onPointerEnter: () => onPoint(seat.actorId),
        onPointerLeave: () => onPoint(undefined),
        ...pointer,
      })}
    >
      <title>{`${actor.name} · ${words}`}</title>
      <circle className={css.touch} r={Math.max(size / 2, 12)} />
      <g
        transform={`scale(${scale}) translate(-16 -16)`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant drawing
        dangerouslySetInnerHTML={{ __html: familyMarkup(actor.family, { selected: isSelected }) }}
      />
      {sign && !isPicture && (
        <text className={css.sign} x={size * 0.36} y={size * 0.46} textAnchor="middle">
          {sign}
        </text>
      )}
    </g>
  )
}

/** Nobody of this family sits there: a place with a dashed outline, and a question. */
export function EmptySeat({ x, y, size }: { x: number; y: number; size: number }) {
  const { t } = useTranslation('ties')
  return (
    <g transform={`translate(${x} ${y})`} className={css.emptySeat}>
      <title>{t('circles.nobody')}</title>
      <circle r={size * 0.42} />
      {size > 16 && (
        <text textAnchor="middle" y="4.5">
          ?
        </text>
      )}
    </g>
  )
}
