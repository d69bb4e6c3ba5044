import { useTranslation } from 'react-i18next'
import { findInNote } from '#api/domain/note-filter'
import { codeOf } from '#web/http/errors.ts'

const PLAIN = {
  note_names_someone: 'form.noteNamesPlain',
  note_locates_protected_place: 'form.notePlacePlain',
} as const

const isNoteCode = (code: string): code is keyof typeof PLAIN => code in PLAIN

/** Whether the server did not want the note. */
export const isNoteRefused = (error: unknown): boolean => isNoteCode(codeOf(error))

/** What a note may not say, by the filter that the server uses too, or by what the server answered; undefined when all is well. */
export function useNoteWords(): (note: string, error: unknown) => string | undefined {
  const { t } = useTranslation('observations')
  return (note, error) => {
    const [first] = findInNote(note)
    if (first)
      return t(first.kind === 'protected_place' ? 'form.notePlace' : 'form.noteNames', {
        found: first.piece,
      })
    const code = codeOf(error)
    return isNoteCode(code) ? t(PLAIN[code]) : undefined
  }
}
