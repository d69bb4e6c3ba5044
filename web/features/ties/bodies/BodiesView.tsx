import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BODY_ROLES, type Body } from '#contract/bodies'
import type { ActorBrief } from '#contract/briefs'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import css from './BodiesView.module.css'
import { BodyHead } from './BodyHead.tsx'
import { BodyRow } from './BodyRow.tsx'
import { type RoleAsked, RoleMenu } from './RoleMenu.tsx'
import { RoleSign } from './RoleSign.tsx'
import { type BodyRole, roleIn, seatsOf } from './seats.ts'

const PAGE = 60

/** Which actors sit together in which bodies, and whose chair is empty. */
export function BodiesView({
  actors,
  others,
  bodies,
  selected,
  onSelect,
  onBody,
  onRole,
}: {
  actors: readonly ActorBrief[]
  others: readonly ActorBrief[]
  bodies: readonly Body[]
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  /** Opens a body. */
  onBody: (id: string) => void
  /** Gives an actor a role in a body, or takes it away; absent for those who only read. */
  onRole: ((bodyId: string, actorId: string, role: BodyRole | null) => void) | undefined
}) {
  const { t } = useTranslation('ties')
  const { t: common } = useTranslation()
  const { compare } = useFormat()
  const [withAll, setWithAll] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const [asked, setAsked] = useState<RoleAsked>()
  const columns = useMemo(() => [...bodies].sort((a, b) => compare(a.name, b.name)), [bodies, compare])
  const rows = useMemo(() => {
    const seated = new Set(bodies.flatMap((body) => body.actors.map(({ actorId }) => actorId)))
    const all = withAll
      ? [...actors, ...others.filter(({ id }) => seated.has(id))]
      : [...actors, ...others].filter(({ id }) => seated.has(id))
    return all.sort((a, b) => compare(a.name, b.name))
  }, [actors, others, bodies, withAll, compare])
  const beside = useMemo(() => (selected ? seatsOf(bodies, selected).beside : undefined), [bodies, selected])
  const actor = [...actors, ...others].find(({ id }) => id === selected)
  if (!bodies.length)
    return (
      <div className={css.empty}>
        <EmptyState title={t('bodies.none')}>{t('bodies.noneWords')}</EmptyState>
      </div>
    )
  return (
    <div className={css.view}>
      <div className={css.bar}>
        <Switch isSelected={withAll} onChange={setWithAll}>
          {t('bodies.withAll')}
        </Switch>
        <ul className={css.key} aria-label={t('legend.title')}>
          {BODY_ROLES.map((role) => (
            <li key={role}>
              <RoleSign role={role} />
              {t(`bodies.role.${role}`)}
            </li>
          ))}
        </ul>
      </div>
      {actor && <Together actor={actor} bodies={bodies} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={css.scroller} tabIndex={0} aria-label={t('bodies.caption')}>
        <table className={css.table}>
          <caption className="visually-hidden">{t('bodies.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.actor')}</th>
              {columns.map((body) => (
                <BodyHead key={body.id} body={body} onBody={onBody} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((one) => (
              <BodyRow
                key={one.id}
                actor={one}
                bodies={columns}
                isSelected={one.id === selected}
                isBeside={beside?.has(one.id) ?? false}
                onSelect={onSelect}
                onAsk={onRole && setAsked}
              />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <div className={css.bar}>
          <Button onPress={() => setShown(shown + PAGE)}>{common('more')}</Button>
        </div>
      )}
      {asked && onRole && (
        <RoleMenu
          asked={asked}
          role={roleIn(asked.body, asked.actor.id)}
          onRole={(role) => onRole(asked.body.id, asked.actor.id, role)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

/** Of the selected actor: where it sits, and with how many others. */
function Together({ actor, bodies }: { actor: ActorBrief; bodies: readonly Body[] }) {
  const { t } = useTranslation('ties')
  const { sits, missed, beside } = seatsOf(bodies, actor.id)
  return (
    <p role="status" className={css.together}>
      {t('bodies.sits', { name: actor.name, count: sits.length })}{' '}
      {sits.length > 0 && t('bodies.beside', { count: beside.size })}{' '}
      {missed.length > 0 && t('bodies.missed', { count: missed.length })}
    </p>
  )
}
