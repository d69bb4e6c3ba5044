import { useTranslation } from 'react-i18next'
import type { ActorWords } from '../useActorWords.ts'
import css from './difference.module.css'
import { stepsOf } from './difference.ts'

/** What changes in a field, in words that people read: what goes is struck, what comes is marked. */
export function Difference({
  field,
  before,
  after,
  words,
}: {
  field: string
  before: unknown
  after: unknown
  words: ActorWords
}) {
  const { t } = useTranslation('history')
  const steps = stepsOf(field, before, after, words)
  return (
    <ul className={css.steps}>
      {steps.map((step) => (
        <li key={step.key} className={css.step}>
          {step.before && !step.moved && (
            <p className={css.line}>
              <span className={css.mark} aria-hidden="true">
                −
              </span>
              <del>
                <span className="visually-hidden">{t('before')} : </span>
                {step.before}
              </del>
            </p>
          )}
          {step.after && (
            <p className={css.line} data-new={!step.moved}>
              <span className={css.mark} aria-hidden="true">
                {step.moved ? '~' : '+'}
              </span>
              <ins>
                <span className="visually-hidden">{t('after')} : </span>
                {step.after}
                {step.moved && ` (${t(field === 'places' ? 'moved' : 'detail')})`}
              </ins>
            </p>
          )}
          {!step.after && !step.moved && <p className="visually-hidden">{t('emptied')}</p>}
        </li>
      ))}
      {steps.length === 0 && <li className={css.none}>{t('hidden')}</li>}
    </ul>
  )
}
