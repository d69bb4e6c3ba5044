import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '#contract/groups'
import { useSave } from '#web/records/useSave.ts'
import { Button } from '#web/ui/Button.tsx'
import { CommitField } from '#web/ui/CommitField.tsx'
import form from '#web/ui/form.module.css'
import { groupWays } from '../groups.ways.ts'

/** One group: its name, renamed in place. */
export function GroupRow({
  group,
  mayFrame,
  onArchive,
}: {
  group: Group
  mayFrame: boolean
  onArchive: () => void
}) {
  const { t } = useTranslation('assessments')
  const { save } = useSave(groupWays, group)
  const [isRenaming, setRenaming] = useState(false)
  return (
    <li className={form.row}>
      <div className={form.about}>
        {isRenaming ? (
          <CommitField
            label={t('groups.renameOf', { name: group.name })}
            labelHidden
            autoFocus
            value={group.name}
            onCommit={(name) => name && void save({ name }, t('groups.name'))}
            onLeave={() => setRenaming(false)}
          />
        ) : (
          <span className={form.name}>{group.name}</span>
        )}
      </div>
      {mayFrame && !isRenaming && (
        <div className={form.actions}>
          <Button
            look="quiet"
            aria-label={t('groups.renameOf', { name: group.name })}
            onPress={() => setRenaming(true)}
          >
            {t('groups.rename')}
          </Button>
          <Button look="quiet" aria-label={t('groups.archiveOf', { name: group.name })} onPress={onArchive}>
            {t('groups.archive')}
          </Button>
        </div>
      )}
    </li>
  )
}
