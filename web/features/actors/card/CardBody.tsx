import type { ActorField } from '#contract/actors'
import { CardHead } from './CardHead.tsx'
import { FieldRow, MissingFields } from './FieldRow.tsx'
import { type CardField, type EditorProps, fieldsOf } from './fields.tsx'
import { NameEditor } from './TextEditors.tsx'

/** The fields of an actor, read or under the pen. `onEdit` is absent for those who only read. */
export function CardBody({
  editing: opened,
  onEdit,
  changed = [],
  lead,
  children,
  ...props
}: EditorProps & {
  editing: ActorField | undefined
  onEdit: ((field: ActorField) => void) | undefined
  /** Fields that hold a proposed value. */
  changed?: readonly ActorField[]
  /** Before the fields. */
  lead?: React.ReactNode
  /** Under the head, in the place of « I have just checked ». */
  children?: React.ReactNode
}) {
  const { actor, words, rights, save, close } = props
  const editing = onEdit && opened
  const rows = fieldsOf(actor, rights)
  const isShown = (row: CardField) =>
    !row.isEmpty(actor) || row.field === editing || changed.includes(row.field)
  return (
    <>
      {editing === 'name' && <NameEditor {...props} />}
      <CardHead
        actor={actor}
        words={words}
        rights={rights}
        save={save}
        isEditingType={editing === 'typeId'}
        onEditType={onEdit && (() => (editing === 'typeId' ? close() : onEdit('typeId')))}
      >
        {children}
      </CardHead>
      {lead}
      {rows.filter(isShown).map((row) => (
        <FieldRow
          key={row.field}
          row={row}
          actor={actor}
          words={words}
          rights={rights}
          save={save}
          isEditing={editing === row.field}
          isChanged={changed.includes(row.field)}
          onEdit={onEdit && (() => onEdit(row.field))}
          onClose={close}
        />
      ))}
      {onEdit && <MissingFields rows={rows.filter((row) => !isShown(row))} words={words} onEdit={onEdit} />}
    </>
  )
}
