import { useTranslation } from 'react-i18next'
import type { Path, Step } from '#api/domain/introductions'
import type { ActorBrief } from '#contract/briefs'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './PathFinder.module.css'

/** One way, from actor to actor, with the words of the ties between them. */
export function Chain({
  way: { actorIds, steps },
  actors,
  why,
  isShown,
  onShow,
  onActor,
}: {
  way: Path
  actors: readonly ActorBrief[]
  /** Why its last actor is where one wishes to go. */
  why: string | undefined
  isShown: boolean
  onShow: (ids: readonly string[] | undefined) => void
  onActor: (id: string) => void
}) {
  const { t } = useTranslation('introductions')
  const actorOf = (id: string) => actors.find((actor) => actor.id === id)
  return (
    <div className={css.chain} data-shown={isShown}>
      <ol>
        {actorIds.map((id, at) => (
          <li key={id}>
            {at > 0 && <StepWords step={steps[at - 1]!} nameOf={(one) => actorOf(one)?.name ?? ''} />}
            <ActorLabel actor={actorOf(id)} onPress={() => onActor(id)} />
          </li>
        ))}
      </ol>
      {why && <p className={css.soft}>{why}</p>}
      <Button
        look="quiet"
        icon={isShown ? 'check' : 'eye'}
        aria-pressed={isShown}
        onPress={() => onShow(isShown ? undefined : actorIds)}
      >
        {t(isShown ? 'shown' : 'show')}
      </Button>
    </div>
  )
}

function StepWords({ step, nameOf }: { step: Step; nameOf: (id: string) => string }) {
  const { t } = useTranslation('introductions')
  const { t: say } = useTranslation('ties')
  const words = step.kind
    ? say(`word.${step.kind}`)
    : t('toCheck', { from: nameOf(step.fromId), to: nameOf(step.toId) })
  return (
    <p className={css.step} data-unknown={step.kind === null}>
      <Icon name={step.kind ? 'chevronDown' : 'info'} size={18} />
      {words}
      {step.against && ` · ${t('against')}`}
    </p>
  )
}
