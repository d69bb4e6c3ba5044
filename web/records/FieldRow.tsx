import { type ComponentType, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { ActorsView } from './ActorsView.tsx'
import { ActorsEditor } from './editors/ActorsEditor.tsx'
import { FlagEditor, OneEditor, SomeEditor } from './editors/ChoiceEditors.tsx'
import { CommunesEditor, CommunesView } from './editors/CommunesEditor.tsx'
import { TextEditor } from './editors/TextEditor.tsx'
import { ZonesEditor, ZonesView } from './editors/ZonesEditor.tsx'
import { type EditorProps, isBlank, type RecordField, type ViewProps } from './fields.ts'
import css from './record.module.css'
import { useSay } from './useSay.ts'

type Ways = {
  View?: <R>(props: ViewProps<R>) => React.ReactNode
  Editor: <R>(props: EditorProps<R>) => React.ReactNode
}
const KINDS: Record<Exclude<RecordField<unknown>['as'], 'own'>, Ways> = {
  text: { Editor: TextEditor },
  moment: { Editor: TextEditor },
  day: { Editor: TextEditor },
  flag: { Editor: FlagEditor },
  one: { Editor: OneEditor },
  some: { Editor: SomeEditor },
  actors: { View: ActorsView, Editor: ActorsEditor },
  communes: { View: CommunesView, Editor: CommunesEditor },
  zones: { View: ZonesView, Editor: ZonesEditor },
}

const waysOf = <R,>(field: RecordField<R>) =>
  ({ ...(field.as !== 'own' && KINDS[field.as]), ...field }) as {
    View?: ComponentType<ViewProps<R>>
    Editor: ComponentType<EditorProps<R>>
  }

/** The keyboard follows the pencil into the editor, and comes back to it when the editor closes. */
function useKeyboard(row: RefObject<HTMLElement | null>, isEditing: boolean) {
  useEffect(() => {
    const field = row.current
    if (!isEditing || !field) return
    field.scrollIntoView?.({ block: 'nearest' })
    if (!field.contains(document.activeElement))
      (
        ['input:checked', 'input, textarea, button']
          .map((which) => field.querySelector<HTMLElement>(which))
          .find(Boolean) ?? field
      ).focus()
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          field.querySelector<HTMLElement>(':scope > button')?.focus()
      })
    }
  }, [row, isEditing])
}

/** One field of a record: read, and one tap away from its editor. */
export function FieldRow<R>({
  isEditing,
  onEdit,
  onActor,
  ...props
}: EditorProps<R> & {
  isEditing: boolean
  /** Absent for those who only read. */
  onEdit: (() => void) | undefined
  onActor: ((id: string) => void) | undefined
}) {
  const { t } = useTranslation('records')
  const { t: common } = useTranslation()
  const say = useSay()
  const row = useRef<HTMLElement>(null)
  useKeyboard(row, isEditing)
  const { record, field } = props
  const { View, Editor } = waysOf(field)
  const { label, icon = 'info', empty } = field
  const value = record[field.field]
  return (
    <section ref={row} className={css.field} aria-label={label}>
      <Icon name={icon} size={18} />
      {isEditing ? (
        <div className={css.editor}>
          <h3 className={css.fieldName}>{label}</h3>
          <Editor {...props} />
          <Button look="quiet" icon="check" onPress={props.close}>
            {common('done')}
          </Button>
        </div>
      ) : (
        <div className={css.value}>
          <h3 className={css.small}>{label}</h3>
          {isBlank(value) && !field.isAlways ? (
            <p className={css.soft}>{empty}</p>
          ) : View ? (
            <View record={record} field={field} onActor={onActor} />
          ) : (
            <p>{say(field, value)}</p>
          )}
        </div>
      )}
      {!isEditing && onEdit && (
        <IconButton icon="edit" label={t('editField', { field: label })} onPress={onEdit} />
      )}
    </section>
  )
}
