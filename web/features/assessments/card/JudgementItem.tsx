import { useTranslation } from 'react-i18next'
import { type Assessment, CONDITIONS, FACTORS } from '#contract/assessments'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useDesk } from '../judging.ts'
import { Badge } from '../matrix/Badge.tsx'
import css from './card.module.css'

/** What one assessor said once: levels, what they rest on, when. */
export function JudgementItem({
  assessment,
  withReason = false,
}: {
  assessment: Assessment
  /** Where judgements for several reasons stand together. */
  withReason?: boolean
}) {
  const { t } = useTranslation('assessments')
  const { words, nameOf, publics, reasonWords } = useDesk()
  const { day } = useFormat()
  const authorOf = useAuthor()
  const { assessor, need, possibility, evidence, evidenceKind, factors, conditions, note } = assessment
  const named = nameOf(assessor)
  const about = publics.find(({ id }) => id === assessment.publicId)?.name
  const withEffect = (effect: 'brake' | 'lever') =>
    FACTORS.filter((factor) => factors[factor] === effect)
      .map((factor) => t(`factor.${factor}`))
      .join(' · ')
  const lines: [string, string][] = [
    [t('card.brakes'), withEffect('brake')],
    [t('card.levers'), withEffect('lever')],
    ...CONDITIONS.flatMap((condition): [string, string][] => {
      const state = conditions[condition]
      return state ? [[t(`condition.${condition}`), t(`state.${state}`)]] : []
    }),
    [t('form.note'), note ?? ''],
  ]
  const isWithdrawn = need === null && possibility === null
  return (
    <li className={css.item}>
      <p className={css.who}>
        <Badge assessor={assessor} />
        <strong>{named}</strong>
        <span className={css.soft}>
          <time dateTime={assessment.at}>{day(assessment.at)}</time>
          {assessor.kind === 'group' && ` · ${t('card.by', { author: authorOf(assessment.author) })}`}
          {withReason && ` · ${reasonWords(assessment.reasonId)}`}
          {about && ` · ${about}`}
        </span>
      </p>
      <p>{isWithdrawn ? t('card.withdrew') : words.both(need, possibility)}</p>
      {(evidence || evidenceKind) && (
        <p className={css.evidence}>
          {evidence}
          {evidenceKind && <span className={css.soft}> ({t(`evidenceKind.${evidenceKind}`)})</span>}
        </p>
      )}
      {lines
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <p key={label} className={css.line}>
            <span className={css.soft}>{label} :</span> {text}
          </p>
        ))}
    </li>
  )
}
