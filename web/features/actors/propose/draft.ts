import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Actor, ActorField, ActorFields } from '#contract/actors'
import type { FieldEdit } from '../actors.commands.ts'
import type { Save } from '../card/useSave.ts'

export type Draft = Partial<ActorFields>

/** A draft with one more value; a value that is the actor's own again is no longer proposed. */
export function withEdit(actor: Actor, draft: Draft, { field, value }: FieldEdit): Draft {
  const { [field]: _, ...others } = draft
  return JSON.stringify(actor[field]) === JSON.stringify(value) ? others : { ...others, [field]: value }
}

/**
 * What someone would like to see written, collected field by field and sent as one proposal. It is kept while they
 * look elsewhere, and nowhere but in this page.
 */
export function useDraft(actor: Actor) {
  const { id } = actor
  const client = useQueryClient()
  const queryKey = ['drafts', id]
  const { data: draft = null } = useQuery<Draft | null>({
    queryKey,
    queryFn: () => client.getQueryData<Draft>(queryKey) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const [openId, setOpenId] = useState<string>()
  const set = (next: Draft | null) => client.setQueryData<Draft | null>(queryKey, next)
  const fields = Object.keys(draft ?? {}) as ActorField[]
  const save: Save = async (edit) => {
    set(withEdit(actor, client.getQueryData<Draft>(queryKey) ?? {}, edit))
  }
  return {
    /** The card can be written on. */
    isOpen: openId === id || fields.length > 0,
    draft: draft ?? {},
    fields,
    open: () => setOpenId(id),
    /** Gives the card back as it is. */
    drop: () => {
      setOpenId(undefined)
      set(null)
    },
    save,
    shown: { ...actor, ...draft },
  }
}
export type DraftState = ReturnType<typeof useDraft>
