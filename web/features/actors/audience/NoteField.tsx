import { useTranslation } from 'react-i18next'
import { CommitField } from '#web/ui/CommitField.tsx'
import type { EditorProps, ViewProps } from '../card/fields.tsx'
import { AudienceSign } from './AudienceSign.tsx'

/** What the team keeps for itself: shown only to whoever the server gives it to. */
export function NoteView({ actor }: ViewProps) {
  return (
    <>
      <p>{actor.note}</p>
      <AudienceSign audience="private" />
    </>
  )
}

export function NoteEditor({ actor, words: { t }, save, close }: EditorProps) {
  const { t: say } = useTranslation('persons')
  return (
    <CommitField
      label={t('field.note')}
      labelHidden
      autoFocus
      isLong
      hint={say('noteHint')}
      value={actor.note ?? null}
      onCommit={(value) => save({ field: 'note', value })}
      onLeave={close}
    />
  )
}
