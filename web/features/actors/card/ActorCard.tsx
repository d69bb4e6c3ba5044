import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActorField } from '#contract/actors'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Sheet } from '#web/ui/Sheet.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { actorQuery } from '../actors.queries.ts'
import { useActorWords } from '../useActorWords.ts'
import { CardActions } from './CardActions.tsx'
import { CardHead } from './CardHead.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import css from './card.module.css'
import { FieldRow, MissingFields } from './FieldRow.tsx'
import { CARD_FIELDS } from './fields.tsx'
import { History } from './History.tsx'
import { Provenance } from './Provenance.tsx'
import { NameEditor } from './TextEditors.tsx'
import { useSave } from './useSave.ts'

/** One actor, read first and edited in place: every field opens in one tap and saves by itself. */
export function ActorCard({
  id,
  onClose,
  onShow,
}: {
  id: string
  onClose: () => void
  /** Shows a point on the map, where there is one. */
  onShow?: (point: readonly [number, number]) => void
}) {
  const words = useActorWords()
  const say = useErrorWords()
  const { t } = words
  const card = useQuery(actorQuery(id))
  const { save, conflict, keepYours, keepTheirs } = useSave(id)
  const [edited, setEdited] = useState<{ id: string; field: ActorField }>()
  const editing = edited?.id === id ? edited.field : undefined
  const edit = (field: ActorField) => setEdited({ id, field })
  const close = () => setEdited(undefined)
  const actor = card.data
  if (!actor)
    return (
      <Sheet title={t('card.loading')} about={id} onClose={onClose}>
        {card.isError ? (
          <ErrorState onRetry={() => card.refetch()}>{say(card.error)}</ErrorState>
        ) : (
          <Spinner label={t('card.loading')} />
        )}
      </Sheet>
    )
  const isShown = (field: (typeof CARD_FIELDS)[number]) => !field.isEmpty(actor) || field.field === editing
  return (
    <Sheet
      title={actor.name}
      about={id}
      onClose={onClose}
      actions={
        <>
          <IconButton
            icon="edit"
            label={t('editField', { field: t('field.name') })}
            onPress={() => edit('name')}
          />
          <CardActions actor={actor} words={words} onShow={onShow} />
        </>
      }
    >
      <div className={css.card}>
        {editing === 'name' && <NameEditor actor={actor} words={words} save={save} close={close} />}
        <CardHead
          actor={actor}
          words={words}
          save={save}
          isEditingType={editing === 'typeId'}
          onEditType={() => (editing === 'typeId' ? close() : edit('typeId'))}
        />
        {CARD_FIELDS.filter(isShown).map((row) => (
          <FieldRow
            key={row.field}
            row={row}
            actor={actor}
            words={words}
            save={save}
            isEditing={editing === row.field}
            onEdit={() => edit(row.field)}
            onClose={close}
          />
        ))}
        <MissingFields rows={CARD_FIELDS.filter((row) => !isShown(row))} words={words} onEdit={edit} />
        <Provenance actor={actor} words={words} />
        <History id={id} words={words} />
      </div>
      {conflict && (
        <ConflictDialog conflict={conflict} words={words} onYours={keepYours} onTheirs={keepTheirs} />
      )}
    </Sheet>
  )
}
