import { useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BODY_ROLES, type Body } from '#contract/bodies'
import type { Facilitator } from '#contract/facilitators'
import type { Outreach } from '#contract/outreach'
import { useMay } from '#web/me.ts'
import { useSaid } from '#web/records/useSaid.ts'
import { useSaveFields } from '#web/records/writing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import css from './bodies.module.css'
import { bodyWays } from './bodies.queries.ts'

type Place = 'bodies' | 'facilitators' | 'outreach'
type Part = { id: string; name: string; role: string; isEmptyChair: boolean }

/** Where an actor is part of something: bodies where it sits or is missed, facilitators, actions. */
export function ActorInvolvements({
  actorId,
  bodies,
  facilitators,
  outreach,
  onOpen,
}: {
  actorId: string
  bodies: readonly Body[]
  facilitators: readonly Facilitator[]
  outreach: readonly Outreach[]
  /** Opens one of them, on its own page. */
  onOpen: (place: Place, id: string) => void
}) {
  const { t } = useTranslation('bodies')
  const mayWrite = useMay('cooperation:write')
  const partsOf = <R extends { id: string; name: string; actors: { actorId: string; role: string }[] }>(
    records: readonly R[],
    word: (role: string) => string,
  ): Part[] =>
    records.flatMap(({ id, name, actors }) => {
      const part = actors.find((one) => one.actorId === actorId)
      return part ? [{ id, name, role: word(part.role), isEmptyChair: part.role === 'absentee' }] : []
    })
  const groups: [Place, Part[]][] = [
    ['bodies', partsOf(bodies, (role) => t(`role.${role as 'member'}`))],
    ['facilitators', partsOf(facilitators, () => '')],
    ['outreach', partsOf(outreach, (role) => t(`involved.${role as 'lead'}`))],
  ]
  const shown = groups.filter(([, parts]) => parts.length > 0)
  return (
    <div className={css.involved}>
      {shown.length === 0 && <p className={css.role}>{t('involved.none')}</p>}
      {shown.map(([place, parts]) => (
        <div key={place} className={css.group}>
          <h4>{t(`involved.${place}`)}</h4>
          <ul>
            {parts.map(({ id, name, role, isEmptyChair }) => (
              <li key={id}>
                <Button look="quiet" className={css.open ?? ''} onPress={() => onOpen(place, id)}>
                  {name}
                </Button>
                {role && (
                  <span className={css.role} data-empty-chair={isEmptyChair}>
                    {role}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {mayWrite && bodies.length > 0 && <Join key={actorId} actorId={actorId} bodies={bodies} />}
    </div>
  )
}

/** Gives the actor a seat, or an empty chair, in a body where it has none. */
function Join({ actorId, bodies }: { actorId: string; bodies: readonly Body[] }) {
  const { t } = useTranslation('bodies')
  const { t: say } = useTranslation('records')
  const { contains } = useFilter({ sensitivity: 'base' })
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Body>()
  const [text, setText] = useState('')
  const [role, setRole] = useState<(typeof BODY_ROLES)[number]>('member')
  const { saved, refused } = useSaid(bodyWays.key)
  const seat = useSaveFields(bodyWays)
  const free = bodies.filter(({ actors }) => !actors.some((one) => one.actorId === actorId))
  const found = free.filter(({ name, acronym }) => contains(`${name} ${acronym ?? ''}`, text.trim()))
  if (!isOpen)
    return (
      <Button look="quiet" icon="plus" className={css.join ?? ''} onPress={() => setOpen(true)}>
        {t('involved.join')}
      </Button>
    )
  const join = (body: Body) =>
    seat
      .mutateAsync({ record: body, set: { actors: [...body.actors, { actorId, role }] } })
      .then(({ seq }) => {
        saved(t('involved.joined', { name: body.name }), seq)
        setOpen(false)
        setChosen(undefined)
      }, refused)
  return (
    <div className={css.group}>
      <Select
        label={say('addAs')}
        options={BODY_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={role}
        onChange={setRole}
        isDisabled={chosen !== undefined}
      />
      <Typeahead
        label={t('involved.join')}
        options={found
          .slice(0, 12)
          .map(({ id, name, kind }) => ({ value: id, label: name, detail: t(`kind.${kind}`) }))}
        query={text}
        onQuery={setText}
        onChoose={(id) => {
          const body = free.find((one) => one.id === id)
          setChosen(body)
          if (body) void join(body)
        }}
        empty={t('involved.joinNone')}
      />
    </div>
  )
}
