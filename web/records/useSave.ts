import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, codeOf } from '#web/http/errors.ts'
import { useSaid } from './useSaid.ts'
import { type Kept, listQuery, type Ways } from './ways.ts'
import { useSaveFields } from './writing.ts'

/** Two values for one field: what this person wrote and what somebody else wrote since it was read. */
export type Conflict<R> = { field: string; yours: unknown; theirs: unknown; set: Partial<R> }
type Save<R> = (set: Partial<R>, label: string) => Promise<void>

function conflictOf<R>(error: unknown, set: Partial<R>): Conflict<R> | undefined {
  if (!(error instanceof ApiError) || codeOf(error) !== 'stale_write') return undefined
  const fields = Object.keys(set)
  const values = error.problem.values ?? {}
  const field = fields.find((one) => one in values) ?? fields[0]!
  const both = values[field] as { yours: unknown; theirs: unknown } | undefined
  return { field, yours: both?.yours ?? set[field as keyof R], theirs: both?.theirs, set }
}

/** Saves fields, says so with an undo, and holds the conflict that a person has to settle. */
export function useSave<R extends Kept>(ways: Ways<R>, record: R) {
  const { t } = useTranslation('records')
  const client = useQueryClient()
  const { mutateAsync } = useSaveFields(ways)
  const { saved, refused } = useSaid(ways.key)
  const [conflict, setConflict] = useState<Conflict<R>>()
  const send = async (set: Partial<R>, label: string, version?: number) => {
    try {
      const { seq } = await mutateAsync({ record, set, ...(version !== undefined && { version }) })
      saved(t('saved', { field: label }), seq)
    } catch (error) {
      const found = conflictOf(error, set)
      if (found) setConflict(found)
      else refused(error)
    }
  }
  const keepYours = async (label: string) => {
    if (!conflict) return
    setConflict(undefined)
    // The version that holds the other value: writing over it is now a choice.
    const all = await client.fetchQuery({ ...listQuery(ways), staleTime: 0 })
    await send(conflict.set, label, all.find(({ id }) => id === record.id)?.version)
  }
  const save: Save<R> = (set, label) => send(set, label)
  return { save, conflict, keepYours, keepTheirs: () => setConflict(undefined) }
}
