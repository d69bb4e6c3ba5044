import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { classes } from '#web/ui/classes.ts'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './card.module.css'

/** With its name on two lines, on one, or without it where there is no room. */
export type CardSize = 'card' | 'line' | 'symbol'

/** An actor on the plane or in the tray. What is done to it is heard by the matrix around. */
export const Card = memo(function Card({
  actor,
  size = 'card',
  isSelected,
  isTaken,
  isWaiting,
  isApart,
  isTabStop,
  detail,
  helpId,
}: {
  actor: ActorBrief
  size?: CardSize
  isSelected: boolean
  isTaken: boolean
  /** A judgement of it has not reached the server. */
  isWaiting: boolean
  /** Opinions of it lie two levels apart and nobody has talked about it since. */
  isApart: boolean
  isTabStop: boolean
  detail?: string | undefined
  helpId: string
}) {
  const { t } = useTranslation('assessments')
  return (
    <button
      type="button"
      data-actor={actor.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isSelected}
      aria-describedby={helpId}
      className={classes(css.card, css[size], isTaken && css.taken)}
    >
      <FamilySymbol family={actor.family} size={{ card: 24, line: 18, symbol: 28 }[size]} />
      <span className={size === 'symbol' ? 'visually-hidden' : css.words}>
        <span className={css.name}>{actor.name}</span>
        {detail && <span className={css.detail}>{detail}</span>}
      </span>
      {isApart && (
        <span className={css.apart}>
          <Icon name="exchange" size={12} />
          <span className="visually-hidden">{t('plane.disagreement')}</span>
        </span>
      )}
      {isWaiting && (
        <span className={css.waiting}>
          <Icon name="waiting" size={12} />
          <span className="visually-hidden">{t('plane.waiting')}</span>
        </span>
      )}
    </button>
  )
})
