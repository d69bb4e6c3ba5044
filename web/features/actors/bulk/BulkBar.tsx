import { useState } from 'react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BULK_ACTIONS } from '#contract/bulk'
import { PUBLICS } from '#contract/nomenclature'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import type { IconName } from '#web/ui/icons.ts'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import type { Ticks } from '../ActorList.tsx'
import { useBulkEdit } from '../actors.commands.ts'
import { TypePicker } from '../card/TypePicker.tsx'
import { useActorWords } from '../useActorWords.ts'
import { useUndoToast } from '../useUndoToast.ts'
import css from './BulkBar.module.css'

type Action = (typeof BULK_ACTIONS)[number]
const ROWS: { action: Action; icon: IconName; needs?: 'type' | 'public'; archived?: boolean }[] = [
  { action: 'verify', icon: 'check', archived: false },
  { action: 'set_type', icon: 'edit', needs: 'type', archived: false },
  { action: 'add_public', icon: 'plus', needs: 'public', archived: false },
  { action: 'remove_public', icon: 'minus', needs: 'public', archived: false },
  { action: 'archive', icon: 'archive', archived: false },
  { action: 'restore', icon: 'undo', archived: true },
]

/** What can be done to every ticked actor at once; one undo puts all of it back. */
export function BulkBar({ ticks, archived }: { ticks: Ticks; archived: boolean }) {
  const { t, name } = useActorWords()
  const { t: common } = useTranslation()
  const bulk = useBulkEdit()
  const { saved, refused } = useUndoToast()
  const [asking, setAsking] = useState<(typeof ROWS)[number]>()
  const run = async (action: Action, value?: string) => {
    setAsking(undefined)
    try {
      const { changed, seq } = await bulk.mutateAsync({
        ids: [...ticks.ids],
        action,
        ...(value && { value }),
      })
      ticks.onChange(new Set())
      saved(t('bulk.done', { count: changed }), seq)
    } catch (error) {
      refused(error)
    }
  }
  if (ticks.ids.size === 0) return null
  return (
    <Group className={css.bar ?? ''} aria-label={t('bulk.actions')}>
      <strong role="status">{t('bulk.selected', { count: ticks.ids.size })}</strong>
      <Menu
        label={t('bulk.actions')}
        trigger={
          <Button look="primary" icon="edit" isDisabled={bulk.isPending}>
            {t('bulk.actions')}
          </Button>
        }
      >
        {ROWS.filter((row) => row.archived === archived).map((row) => (
          <MenuItem
            key={row.action}
            icon={row.icon}
            label={t(`bulk.${row.action}`)}
            onAction={() => (row.needs ? setAsking(row) : run(row.action))}
          />
        ))}
      </Menu>
      <IconButton icon="close" label={t('bulk.clear')} onPress={() => ticks.onChange(new Set())} />
      {asking && (
        <Dialog isOpen title={t(`bulk.${asking.action}`)} onClose={() => setAsking(undefined)}>
          {asking.needs === 'type' ? (
            <TypePicker
              autoFocus
              label={t('field.typeId')}
              value={null}
              onChange={(id) => run(asking.action, id)}
            />
          ) : (
            <Group className={css.publics ?? ''} aria-label={t('bulk.choosePublic')}>
              {PUBLICS.map((one) => (
                <Button key={one} onPress={() => run(asking.action, one)}>
                  {name(`public.${one}`)}
                </Button>
              ))}
              <Button look="quiet" onPress={() => setAsking(undefined)}>
                {common('cancel')}
              </Button>
            </Group>
          )}
        </Dialog>
      )}
    </Group>
  )
}
