import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConflictDialog } from '#web/ui/ConflictDialog.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { Sheet } from '#web/ui/Sheet.tsx'
import { FieldRow } from './FieldRow.tsx'
import { isBlank, type RecordField } from './fields.ts'
import { History } from './History.tsx'
import css from './record.module.css'
import { useSaid } from './useSaid.ts'
import { useSave } from './useSave.ts'
import { useSay } from './useSay.ts'
import type { Kept, Ways } from './ways.ts'
import { useShelve } from './writing.ts'

/** One record, read first and edited in place: every field opens in one tap and saves by itself. */
export function RecordSheet<R extends Kept & { name: string }>({
  ways,
  record,
  fields,
  onClose,
  onActor,
  children,
}: {
  ways: Ways<R>
  record: R
  /** The first one is its name. */
  fields: readonly RecordField<R>[]
  onClose: () => void
  /** Shows an actor that it names. */
  onActor?: (id: string) => void
  /** What stands above its fields. */
  children?: React.ReactNode
}) {
  const { t } = useTranslation('records')
  const say = useSay()
  const mayWrite = useMay('cooperation:write') && !record.archivedAt
  const readsHistory = useMay('change:read')
  const saving = useSave(ways, record)
  const [edited, setEdited] = useState<{ id: string; field: string }>()
  const editing = edited?.id === record.id && mayWrite ? edited.field : undefined
  const close = () => setEdited(undefined)
  const own = fields.filter(({ isFor }) => !isFor || isFor(record))
  const [name, ...others] = own
  const isShown = ({ field, empty, isAlways }: RecordField<R>) =>
    field === editing || isAlways === true || empty !== undefined || !isBlank(record[field])
  const row = (field: RecordField<R>) => (
    <FieldRow
      key={field.field}
      record={record}
      field={field}
      save={(set) => void saving.save(set, field.label)}
      close={close}
      isEditing={field.field === editing}
      onEdit={mayWrite ? () => setEdited({ id: record.id, field: field.field }) : undefined}
      onActor={onActor}
    />
  )
  const missing = others.filter((field) => !isShown(field))
  const disputed = saving.conflict && own.find(({ field }) => field === saving.conflict?.field)
  return (
    <Sheet
      title={record.name}
      about={record.id}
      onClose={onClose}
      actions={
        <>
          {mayWrite && name && (
            <IconButton
              icon="edit"
              label={t('editField', { field: name.label })}
              onPress={() => setEdited({ id: record.id, field: name.field })}
            />
          )}
          <Shelf ways={ways} record={record} />
        </>
      }
    >
      <div className={css.record}>
        {record.archivedAt && <p className={css.archived}>{t('isArchived')}</p>}
        {name && editing === name.field && row(name)}
        {children}
        {others.filter(isShown).map(row)}
        {mayWrite && missing.length > 0 && (
          <section className={css.missing} aria-label={t('toComplete')}>
            {missing.map(({ field, label }) => (
              <Button
                key={field}
                look="quiet"
                icon="plus"
                aria-label={t('addField', { field: label })}
                onPress={() => setEdited({ id: record.id, field })}
              >
                {label}
              </Button>
            ))}
          </section>
        )}
        {readsHistory && <History ways={ways} id={record.id} fields={fields} />}
      </div>
      {saving.conflict && disputed && (
        <ConflictDialog
          field={disputed.label}
          yours={say(disputed, saving.conflict.yours)}
          theirs={say(disputed, saving.conflict.theirs)}
          onYours={() => saving.keepYours(disputed.label)}
          onTheirs={saving.keepTheirs}
        />
      )}
    </Sheet>
  )
}

/** Puts a record away, or back. */
function Shelf<R extends Kept & { name: string }>({ ways, record }: { ways: Ways<R>; record: R }) {
  const { t } = useTranslation('records')
  const mayArchive = useMay('cooperation:archive')
  const shelve = useShelve(ways)
  const { saved, refused } = useSaid(ways.key)
  const { id, name } = record
  const verb = record.archivedAt ? 'restore' : 'archive'
  if (!mayArchive) return null
  return (
    <Menu label={t('more')} trigger={<IconButton icon="more" label={t('more')} />}>
      <MenuItem
        icon={verb === 'archive' ? 'archive' : 'undo'}
        label={t(verb)}
        onAction={() =>
          shelve
            .mutateAsync({ id, verb })
            .then(
              ({ seq }) => saved(t(verb === 'archive' ? 'archivedNow' : 'restoredNow', { name }), seq),
              refused,
            )
        }
      />
    </Menu>
  )
}
