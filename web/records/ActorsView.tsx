import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import type { ActorName, FieldAs, Involvement, ViewProps } from './fields.ts'
import css from './record.module.css'

/** An actor's symbol and name; of one that the reader may not see, that it is there. */
export function ActorLabel({
  actor,
  onPress,
}: {
  actor: ActorName | undefined
  onPress?: (() => void) | undefined
}) {
  const { t } = useTranslation('records')
  if (!actor) return <span className={css.soft}>{t('hiddenActor')}</span>
  return (
    <span className={css.actor}>
      <FamilySymbol family={actor.family} size={28} />
      {onPress ? (
        <Button look="quiet" className={css.link ?? ''} onPress={onPress}>
          {actor.name}
        </Button>
      ) : (
        <span>{actor.name}</span>
      )}
    </span>
  )
}

/** Who is part of it, role by role; who should be there and is not sits on an empty chair. */
export function ActorsView<R>({ record, field, onActor }: ViewProps<R>) {
  const { roles, actors, emptyChair } = field as FieldAs<R, 'actors'>
  const list = record[field.field] as Involvement[]
  const named = roles.map((role) => ({ ...role, who: list.filter((one) => one.role === role.value) }))
  return (
    <div className={css.rows}>
      {named
        .filter(({ who }) => who.length > 0)
        .map(({ value, label, who }) => (
          <div key={value} data-empty-chair={value === emptyChair || undefined} className={css.role}>
            {roles.length > 1 && <h4>{label}</h4>}
            <ul>
              {who.map(({ actorId }) => (
                <li key={actorId}>
                  {value === emptyChair && <EmptyChair />}
                  <ActorLabel
                    actor={actors.get(actorId)}
                    onPress={onActor && actors.has(actorId) ? () => onActor(actorId) : undefined}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}

/** A chair nobody sits on: told by its shape, and by the words of its role. */
const EmptyChair = () => (
  <svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24" className={css.chair}>
    <path d="M7 3v10h10V3M5 13h14M7 13v8m10-8v8" />
  </svg>
)
