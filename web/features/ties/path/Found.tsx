import { useTranslation } from 'react-i18next'
import type { Introduction, Path, Serving } from '#api/domain/introductions'
import type { ActorBrief } from '#contract/briefs'
import type { Facilitator } from '#contract/facilitators'
import type { Outreach } from '#contract/outreach'
import type { TargetPublic } from '#contract/target-publics'
import type { Tie } from '#contract/ties'
import { useFormat } from '#web/i18n/useFormat.ts'
import { otherEnd } from '../tie.ts'
import { Chain } from './Chain.tsx'
import css from './PathFinder.module.css'

const FEW = 3

/** The ways that were found, how long they are, and what to ask to whom where there is none. */
export function Found({
  found,
  from,
  to,
  serving,
  actors,
  ties,
  outreach,
  facilitators,
  shown,
  onShow,
  onActor,
}: {
  found: Introduction
  from: ActorBrief
  to: ActorBrief | TargetPublic
  /** Who receives the public, when one looks for a public. */
  serving: ReadonlyMap<string, Serving> | undefined
  actors: readonly ActorBrief[]
  ties: readonly Tie[]
  outreach: readonly Outreach[]
  facilitators: readonly Facilitator[]
  shown: readonly string[] | undefined
  onShow: (ids: readonly string[] | undefined) => void
  onActor: (id: string) => void
}) {
  const { t, i18n } = useTranslation('introductions')
  const { compare } = useFormat()
  const { paths, possible, length, more } = found
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? ''
  const why = (id: string): string | undefined => {
    const reasons = serving?.get(id)
    if (!reasons) return undefined
    const named = (ids: string[], all: readonly { id: string; name: string }[]) =>
      ids.flatMap((one) => all.find((record) => record.id === one)?.name ?? [])
    return [
      reasons.itself && t('serves', { name: to.name }),
      ...named(reasons.outreachIds, outreach).map((name) => t('through', { name })),
      ...named(reasons.facilitatorIds, facilitators).map((name) => t('through', { name })),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const chains = (ways: readonly Path[]) => (
    <ol className={css.chains}>
      {ways.map((way) => (
        <li key={way.actorIds.join()}>
          <Chain
            way={way}
            actors={actors}
            why={why(way.actorIds.at(-1)!)}
            isShown={shown?.join() === way.actorIds.join()}
            onShow={onShow}
            onActor={onActor}
          />
        </li>
      ))}
    </ol>
  )
  if (serving?.size === 0) return <p className={css.say}>{t('noneServes', { name: to.name })}</p>
  if (paths[0]?.steps.length === 0)
    return <p className={css.say}>{t('alreadyThere', { from: from.name, name: to.name })}</p>
  const [least, most] = length ?? [null, null]
  const around = ties
    .filter(({ state, fromId, toId }) => state === 'known' && (fromId === from.id || toId === from.id))
    .map((tie) => nameOf(otherEnd(tie, from.id)))
    .filter(Boolean)
    .sort(compare)
    .slice(0, FEW)
  return (
    <div className={css.found}>
      <p role="status" className={css.say}>
        {most !== null
          ? t('found', { count: most }) + (least !== most ? ` ${t('perhaps', { count: least! })}` : '')
          : length
            ? t('onlyPerhaps', { count: least! })
            : t('none', { name: to.name })}
        {length && ` ${t('neverAsked')}`}
      </p>
      {paths.length > 0 && chains(paths)}
      {more && <p className={css.soft}>{t('more')}</p>}
      {possible.length > 0 && (
        <>
          <h3>{t('possible')}</h3>
          {chains(possible)}
        </>
      )}
      {!length && (
        <p>
          {around.length > 0
            ? t('ask', {
                names: new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(around),
                name: to.name,
              })
            : t('askNobody', { from: from.name })}
        </p>
      )}
    </div>
  )
}
