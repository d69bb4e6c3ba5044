import { CommitField } from './CommitField.tsx'
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

const SIRET = /^\d{14}$/

/** Fourteen digits, however they are spaced. */
export function SiretEditor({ actor, words: { t }, save, close }: EditorProps) {
  const digits = (text: string) => text.replace(/\s/g, '')
  return (
    <CommitField
      label={t('field.siret')}
      labelHidden
      autoFocus
      inputMode="numeric"
      value={actor.siret}
      check={(text) => (SIRET.test(digits(text)) ? undefined : t('siretWrong'))}
      onCommit={(value) => save({ field: 'siret', value: value && digits(value) })}
      onLeave={close}
    />
  )
}
