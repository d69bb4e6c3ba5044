import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { positionsOf } from '#api/domain/assessment'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { actorAssessmentsQuery } from './assessments.queries.ts'
import css from './card/card.module.css'
import { JudgementItem } from './card/JudgementItem.tsx'
import { ReasonJudgements } from './card/ReasonJudgements.tsx'
import { JudgingDesk } from './JudgingDesk.tsx'
import { type Judging, type Named, useDesk } from './judging.ts'

/** What is said of one actor, reason by reason, on its card. */
export function ActorAssessments({ actor, ...judging }: Judging & { actor: Named }) {
  return (
    <JudgingDesk {...judging}>
      <OfActor actor={actor} />
    </JudgingDesk>
  )
}

function OfActor({ actor }: { actor: Named }) {
  const { t } = useTranslation('assessments')
  const sayError = useErrorWords()
  const { lens, reasons, mayAssess, speaksFor, assess } = useDesk()
  const history = useQuery(actorAssessmentsQuery(actor.id))
  if (history.isPending) return <Spinner label={t('form.loading')} />
  if (history.isError)
    return <ErrorState onRetry={() => history.refetch()}>{sayError(history.error)}</ErrorState>

  const isSaid = ({ need, possibility }: { need: unknown; possibility: unknown }) =>
    need !== null || possibility !== null
  const current = history.data.filter((one) => one.current && isSaid(one))
  const past = history.data.filter((one) => !one.current || !isSaid(one))
  const judged = [...new Set([...reasons, ...current.map(({ reasonId }) => reasonId)])].filter((id) =>
    current.some(({ reasonId }) => reasonId === id),
  )
  const unjudged = reasons.find((id) => !judged.includes(id))
  const who = speaksFor.kind === 'group' ? t('assessAs', { name: speaksFor.name }) : t('assess')
  return (
    <div className={css.card}>
      {judged.length === 0 && <p>{t(mayAssess ? 'card.none' : 'card.noneReader')}</p>}
      {judged.map((reasonId) => (
        <ReasonJudgements
          key={reasonId}
          actor={actor}
          reasonId={reasonId}
          position={positionsOf(current, { reasonId, publicId: lens.publicId }).get(actor.id)}
          said={current.filter((one) => one.reasonId === reasonId)}
        />
      ))}
      {mayAssess && (unjudged || !judged.length) && (
        <div>
          <Button icon="plus" onPress={() => assess(actor, judged.length ? unjudged : undefined)}>
            {judged.length ? t('card.other') : who}
          </Button>
        </div>
      )}
      {past.length > 0 && (
        <details className={css.history}>
          <summary>
            {t('card.history')} · {t('number', { value: past.length })}
          </summary>
          <ul className={css.items}>
            {past.map((one) => (
              <JudgementItem key={one.id} assessment={one} withReason />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
