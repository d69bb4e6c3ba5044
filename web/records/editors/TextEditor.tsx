import { CommitField } from '#web/ui/CommitField.tsx'
import type { EditorProps, RecordField } from '../fields.ts'

const KINDS = {
  text: { type: 'text' },
  day: { type: 'date', isWhole: (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) },
  moment: { type: 'datetime-local', isWhole: (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) },
} as const

const kindOf = <R,>({ as }: RecordField<R>) => KINDS[as as keyof typeof KINDS]

/** A text, a day or a local time; a needed one is not saved empty. */
export function TextEditor<R>({ record, field, save, close }: EditorProps<R>) {
  const isNeeded = field.as === 'text' && field.isRequired === true
  return (
    <CommitField
      {...kindOf(field)}
      label={field.label}
      labelHidden
      autoFocus
      isLong={field.as === 'text' && field.isLong === true}
      {...(field.hint && { hint: field.hint })}
      value={record[field.field] as string | null}
      onCommit={(value) => (value || !isNeeded) && save({ [field.field]: value } as Partial<R>)}
      onLeave={close}
    />
  )
}
