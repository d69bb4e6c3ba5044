import { useTranslation } from 'react-i18next'
import { isToDiscuss, type Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import { useDesk } from '../judging.ts'
import { Badge } from './Badge.tsx'
import css from './strip.module.css'

/** The actor that is looked at, in words: what all say together, then each. */
export function Strip({
  actor,
  position,
  isSelected,
  onMove,
}: {
  actor: ActorBrief
  position: Position | undefined
  /** Chosen, and not only under the pointer: it can be acted on. */
  isSelected: boolean
  onMove: () => void
}) {
  const { t } = useTranslation('assessments')
  const { words, nameOf, mayAssess, speaksFor, lens, reasonWords, assess, discuss, discussions } = useDesk()
  const standing = position?.quadrant ?? 'unjudged'
  return (
    <div className={css.strip}>
      <p className={css.title}>
        <FamilySymbol family={actor.family} size={24} />
        <strong>{actor.name}</strong>
        <span className={css.standing}>
          <StandingMark standing={standing} size={14} /> {words.standing(standing)}
        </span>
        {position && (
          <span className={css.soft}>
            {words.both(position.need, position.possibility)} ·{' '}
            {t('judgements', { count: position.dots.length })}
            {lens.reasonId === null &&
              ` · ${t('plane.forReason', { reason: reasonWords(position.reasonId) })}`}
          </span>
        )}
      </p>
      <div className={css.rest}>
        {isSelected && mayAssess && (
          <div className={css.actions}>
            <Button onPress={onMove}>{t('plane.move')}</Button>
            <Button look="quiet" onPress={() => assess(actor, position?.reasonId)}>
              {speaksFor.kind === 'group' ? t('assessAs', { name: speaksFor.name }) : t('assess')}
            </Button>
            {position && isToDiscuss(position, discussions) && (
              <Button look="quiet" icon="exchange" onPress={() => discuss(actor, position)}>
                {t('talk.open')}
              </Button>
            )}
          </div>
        )}
        {position && (
          <ul className={css.dots}>
            {position.dots.map((dot) => (
              <li key={dot.markId} className={css.dot}>
                <Badge assessor={dot.assessor} />
                <span>
                  <strong>{nameOf(dot.assessor)}</strong> {words.pair(dot.need, dot.possibility)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
