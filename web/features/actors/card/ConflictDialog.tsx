import { ConflictDialog as Both } from '#web/ui/ConflictDialog.tsx'
import type { ActorWords } from '../useActorWords.ts'
import { describe } from './describe.ts'
import type { Conflict } from './useSave.ts'

/** Both values of a field of an actor that two people wrote at once. */
export function ConflictDialog({
  conflict: { edit, yours, theirs },
  words,
  ...choices
}: {
  conflict: Conflict
  words: ActorWords
  onYours: () => void
  onTheirs: () => void
}) {
  return (
    <Both
      field={words.t(`field.${edit.field}`)}
      yours={describe(edit.field, yours, words)}
      theirs={describe(edit.field, theirs, words)}
      {...choices}
    />
  )
}
