import { useState } from 'react'
import type { ActorField } from '#contract/actors'

/** The one field of an actor that stands open; another actor opens with none. */
export function useEditing(id: string) {
  const [edited, setEdited] = useState<{ id: string; field: ActorField }>()
  return {
    field: edited?.id === id ? edited.field : undefined,
    open: (field: ActorField) => setEdited({ id, field }),
    close: () => setEdited(undefined),
  }
}
