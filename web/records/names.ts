import type { Option } from '#web/ui/Select.tsx'
import type { ActorName } from './fields.ts'

/** What records name, as a page has read it: a record itself only carries identifiers. */
export type Names = {
  actors: ReadonlyMap<string, ActorName>
  reasons: readonly Option[]
  publics: readonly Option[]
  bodies: readonly Option[]
}
