import { CommitField } from '#web/ui/CommitField.tsx'
import type { EditorProps } from './fields.tsx'

/** The name of the actor; an empty one is not saved. */
export function NameEditor({ actor, words: { t }, save, close }: EditorProps) {
  return (
    <CommitField
      label={t('field.name')}
      autoFocus
      value={actor.name}
      onCommit={(value) => value && save({ field: 'name', value })}
      onLeave={close}
    />
  )
}

export function DescriptionEditor({ actor, words: { t }, save, close }: EditorProps) {
  return (
    <CommitField
      label={t('field.description')}
      labelHidden
      autoFocus
      isLong
      value={actor.description}
      onCommit={(value) => save({ field: 'description', value })}
      onLeave={close}
    />
  )
}

/** How each identifier is written, however it is spaced. */
const IDENTIFIERS = {
  siret: /^\d{14}$/,
  finess: /^[0-9AB]{9}$/,
  rna: /^W[0-9A-Z]{9}$/,
} as const

function IdentifierEditor({
  field,
  actor,
  words: { t },
  save,
  close,
}: EditorProps & { field: keyof typeof IDENTIFIERS }) {
  const compact = (text: string) => text.replace(/\s/g, '').toUpperCase()
  return (
    <CommitField
      label={t(`field.${field}`)}
      labelHidden
      autoFocus
      inputMode={field === 'siret' ? 'numeric' : 'text'}
      value={actor[field]}
      check={(text) => (IDENTIFIERS[field].test(compact(text)) ? undefined : t(`wrong.${field}`))}
      onCommit={(value) => save({ field, value: value && compact(value) })}
      onLeave={close}
    />
  )
}

export const SiretEditor = (props: EditorProps) => <IdentifierEditor field="siret" {...props} />
export const FinessEditor = (props: EditorProps) => <IdentifierEditor field="finess" {...props} />
export const RnaEditor = (props: EditorProps) => <IdentifierEditor field="rna" {...props} />
