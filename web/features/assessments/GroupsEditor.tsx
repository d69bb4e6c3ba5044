import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { Group } from '#contract/groups'
import { useSaid } from '#web/records/useSaid.ts'
import { useCreate, useShelve } from '#web/records/writing.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import form from '#web/ui/form.module.css'
import { TextField } from '#web/ui/TextField.tsx'
import { groupWays } from './groups.ways.ts'
import { GroupRow } from './settings/GroupRow.tsx'
import css from './settings/settings.module.css'

/** The groups of a room or of a team: added, renamed, put away. What they have said stays. */
export function GroupsEditor({ groups, mayFrame }: { groups: readonly Group[]; mayFrame: boolean }) {
  const { t } = useTranslation('assessments')
  const { saved, refused } = useSaid(groupWays.key)
  const create = useCreate(groupWays)
  const shelve = useShelve(groupWays)
  const [name, setName] = useState('')
  const isNamed = name.trim() !== ''

  const add = () => create.mutateAsync({ id: newId(), name: name.trim() }).then(() => setName(''), refused)
  const archive = (group: Group) =>
    shelve
      .mutateAsync({ id: group.id, verb: 'archive' })
      .then(({ seq }) => saved(t('groups.archived', { name: group.name }), seq), refused)
  return (
    <Block title={t('groups.title')} lead={t('groups.lead')}>
      {groups.length === 0 && <p className={form.soft}>{t('groups.none')}</p>}
      <ul className={form.rows}>
        {groups.map((group) => (
          <GroupRow key={group.id} group={group} mayFrame={mayFrame} onArchive={() => archive(group)} />
        ))}
      </ul>
      {mayFrame && (
        <form
          className={css.add}
          onSubmit={(event) => {
            event.preventDefault()
            if (isNamed && !create.isPending) add()
          }}
        >
          <TextField
            label={t('groups.name')}
            placeholder={t('groups.addHint')}
            value={name}
            onChange={setName}
            maxLength={60}
            autoComplete="off"
          />
          <Button type="submit" icon="plus" isDisabled={!isNamed} isPending={create.isPending}>
            {t('groups.add')}
          </Button>
        </form>
      )}
    </Block>
  )
}
