import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { ActorLabel } from '../ActorsView.tsx'
import type { EditorProps, FieldAs, Involvement } from '../fields.ts'
import css from '../record.module.css'
import { ActorSearch } from './ActorSearch.tsx'

/** Who is part of it, each in a role: added one by one, each moved to another role or taken away. */
export function ActorsEditor<R>({ record, field, save }: EditorProps<R>) {
  const { t } = useTranslation('records')
  const { roles, actors } = field as FieldAs<R, 'actors'>
  const list = record[field.field] as Involvement[]
  const [role, setRole] = useState(roles.find(({ value }) => value === 'member')?.value ?? roles[0]!.value)
  const write = (next: Involvement[]) => save({ [field.field]: next } as Partial<R>)
  const name = (id: string) => actors.get(id)?.name ?? t('hiddenActor')
  return (
    <div className={css.rows}>
      <ul className={css.rows}>
        {list.map((one) => (
          <li key={one.actorId} className={css.part}>
            <ActorLabel actor={actors.get(one.actorId)} />
            {roles.length > 1 && (
              <Select
                label={t('roleOf', { name: name(one.actorId) })}
                labelHidden
                className={css.roleSelect ?? ''}
                options={roles}
                value={one.role}
                onChange={(next) =>
                  write(
                    list.map((other) => (other.actorId === one.actorId ? { ...other, role: next } : other)),
                  )
                }
              />
            )}
            <IconButton
              icon="close"
              label={t('remove', { name: name(one.actorId) })}
              onPress={() => write(list.filter(({ actorId }) => actorId !== one.actorId))}
            />
          </li>
        ))}
      </ul>
      {roles.length > 1 && <Select label={t('addAs')} options={roles} value={role} onChange={setRole} />}
      <ActorSearch
        label={t('addActor')}
        hint={field.hint}
        actors={actors}
        without={list.map(({ actorId }) => actorId)}
        onChoose={(actorId) => write([...list, { actorId, role }])}
      />
    </div>
  )
}
