import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, codeOf } from '#web/http/errors.ts'
import { type FieldEdit, useSaveField } from '../actors.commands.ts'
import { actorQuery } from '../actors.queries.ts'
import { useUndoToast } from '../useUndoToast.ts'

/** Two values for one field: what this person wrote and what somebody else wrote since it was read. */
export type Conflict = { edit: FieldEdit; yours: unknown; theirs: unknown }
export type Save = (edit: FieldEdit, said?: string) => Promise<void>

const conflictOf = (error: unknown, edit: FieldEdit): Conflict | undefined => {
  if (!(error instanceof ApiError) || codeOf(error) !== 'stale_write') return undefined
  const both = error.problem.values?.[edit.field] as { yours: unknown; theirs: unknown } | undefined
  return { edit, yours: both?.yours ?? edit.value, theirs: both?.theirs }
}

/** Saves fields one by one, says so with an undo, and holds the conflict that a person has to settle. */
export function useSave(id: string) {
  const { t } = useTranslation('actors')
  const client = useQueryClient()
  const { mutateAsync } = useSaveField(id)
  const { saved, refused } = useUndoToast()
  const [conflict, setConflict] = useState<Conflict>()

  const save: Save = async (edit, said = t('saved', { field: t(`field.${edit.field}`) })) => {
    try {
      const { seq } = await mutateAsync(edit)
      saved(said, seq)
    } catch (error) {
      const found = conflictOf(error, edit)
      if (found) setConflict(found)
      else refused(error)
    }
  }
  const keepYours = async () => {
    if (!conflict) return
    setConflict(undefined)
    // The version that holds the other value: writing over it is now a choice.
    const { version } = await client.fetchQuery({ ...actorQuery(id), staleTime: 0 })
    await save({ ...conflict.edit, version } as FieldEdit)
  }
  return { save, conflict, keepYours, keepTheirs: () => setConflict(undefined) }
}
