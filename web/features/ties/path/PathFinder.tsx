import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actorsServing, type Introduction, introduce } from '#api/domain/introductions'
import type { ActorBrief } from '#contract/briefs'
import type { Facilitator } from '#contract/facilitators'
import type { Outreach } from '#contract/outreach'
import type { TargetPublic } from '#contract/target-publics'
import type { Tie } from '#contract/ties'
import { Button } from '#web/ui/Button.tsx'
import { EndChooser, WhomChooser } from './Choosers.tsx'
import { Found } from './Found.tsx'
import css from './PathFinder.module.css'

/** Whom to go through: from our team, or another actor, to an actor or to those who already receive a public. */
export function PathFinder({
  actors,
  ties,
  publics,
  outreach,
  facilitators,
  teamId,
  to,
  onTo,
  path,
  onPath,
  onActor,
}: {
  /** Every actor that the reader may name. */
  actors: readonly ActorBrief[]
  ties: readonly Tie[]
  publics: readonly TargetPublic[]
  outreach: readonly Outreach[]
  facilitators: readonly Facilitator[]
  teamId: string | null
  /** Where the path ends: an actor or a target public. */
  to: string | undefined
  onTo: (id: string | undefined) => void
  /** The way that is shown in the views. */
  path: readonly string[] | undefined
  onPath: (ids: readonly string[] | undefined) => void
  onActor: (id: string) => void
}) {
  const { t } = useTranslation('introductions')
  const [chosen, setChosen] = useState<string>()
  const from = actors.find(({ id }) => id === (chosen ?? teamId))
  const actor = actors.find(({ id }) => id === to)
  const target = publics.find(({ id }) => id === to)
  const serving = useMemo(
    () => (target ? actorsServing(target, actors, outreach, facilitators) : undefined),
    [target, actors, outreach, facilitators],
  )
  const found = useMemo((): Introduction | undefined => {
    const ends = actor ? [actor.id] : serving && [...serving.keys()]
    return from && ends ? introduce(from.id, new Set(ends), actors, ties) : undefined
  }, [from, actor, serving, actors, ties])
  const first = (found?.paths[0] ?? found?.possible[0])?.actorIds.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way is what is shown anew, not another handler
  useEffect(() => onPath(first ? first.split(',') : undefined), [first])

  return (
    <section className={css.finder} aria-label={t('title')}>
      {from ? (
        <p className={css.from}>
          <span>{t(from.id === teamId ? 'fromTeam' : 'from', { name: from.name })}</span>
          <Button look="quiet" onPress={() => setChosen('')}>
            {t('change')}
          </Button>
        </p>
      ) : (
        <EndChooser actors={actors} onChoose={setChosen} />
      )}
      {from && (
        <WhomChooser
          actors={actors}
          publics={publics}
          without={from.id}
          chosen={actor?.name ?? target?.name}
          onChoose={onTo}
        />
      )}
      {from && found && (
        <Found
          found={found}
          from={from}
          to={actor ?? target!}
          serving={serving}
          actors={actors}
          ties={ties}
          outreach={outreach}
          facilitators={facilitators}
          shown={path}
          onShow={onPath}
          onActor={onActor}
        />
      )}
    </section>
  )
}
