import { useTranslation } from 'react-i18next'
import { isToDiscuss, type Position } from '#api/domain/assessment'
import type { Assessment } from '#contract/assessments'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import { type Named, useDesk } from '../judging.ts'
import css from './card.module.css'
import { JudgementItem } from './JudgementItem.tsx'

/** What is said of one actor for one reason: all together, then each, and what was said about it. */
export function ReasonJudgements({
  actor,
  reasonId,
  position,
  said,
}: {
  actor: Named
  reasonId: string
  position: Position | undefined
  /** What counts now, for any public. */
  said: readonly Assessment[]
}) {
  const { t } = useTranslation('assessments')
  const { words, reasonWords, discussions, mayAssess, isMine, assess, discuss } = useDesk()
  const { day } = useFormat()
  const authorOf = useAuthor()
  const standing = position?.quadrant ?? 'unjudged'
  const talks = discussions.filter((one) => one.actorId === actor.id && one.reasonId === reasonId)
  const hasMine = said.some(({ assessor }) => isMine(assessor))
  return (
    <section className={css.reason} aria-label={reasonWords(reasonId)}>
      <h4>{reasonWords(reasonId)}</h4>
      <p className={css.together}>
        <StandingMark standing={standing} />
        <strong>{words.standing(standing)}</strong>
        {position && <span>{words.both(position.need, position.possibility)}</span>}
      </p>
      <ul className={css.items}>
        {said.map((one) => (
          <JudgementItem key={one.id} assessment={one} />
        ))}
      </ul>
      {talks.map((talk) => (
        <p key={talk.id} className={css.talk}>
          <strong>{t(`talk.outcomes.${talk.outcome}`)}</strong>
          <span className={css.soft}>
            {' '}
            · {authorOf(talk.author)} · <time dateTime={talk.at}>{day(talk.at)}</time>
          </span>
          {talk.text && <span className={css.quote}>{talk.text}</span>}
        </p>
      ))}
      {mayAssess && (
        <div className={css.actions}>
          <Button look="quiet" onPress={() => assess(actor, reasonId)}>
            {t(hasMine ? 'reassess' : 'assess')}
          </Button>
          {position && isToDiscuss(position, discussions) && (
            <Button look="quiet" icon="exchange" onPress={() => discuss(actor, position)}>
              {t('talk.open')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
