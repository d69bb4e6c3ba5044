import type { Change } from '#contract/changes'
import { RecordKind } from '#contract/records'
import type { Queries } from '#db/client'
import { type Asker, knownActors } from './known-actors.repository.ts'
import { ACTORS, type Fields, type Part } from './record-write.ts'

const isOfRecord = ({ entity }: Change) => RecordKind.safeParse(entity).success

/** The parts of actors that a change of a record holds: in the field, or among those that it was created with. */
const partsIn = (value: unknown, field: string | null): Part[] => {
  const parts = field === null ? (value as Fields | null)?.[ACTORS] : field === ACTORS ? value : null
  return (parts ?? []) as Part[]
}

/** Changes without the parts, in records, of actors that the reader does not see. */
export async function withSeenActors<C extends Change>(
  tx: Queries,
  asker: Asker,
  changes: readonly C[],
): Promise<C[]> {
  const named = changes
    .filter(isOfRecord)
    .flatMap(({ field, before, after }) => [...partsIn(before, field), ...partsIn(after, field)])
  const seen = await knownActors(
    tx,
    asker,
    named.map(({ actorId }) => actorId),
  )
  const seenIn = (value: unknown, field: string | null): unknown => {
    const parts = partsIn(value, field)
    if (!parts.length) return value
    const left = parts.filter(({ actorId }) => seen.has(actorId))
    return field === null ? { ...(value as Fields), [ACTORS]: left } : left
  }
  return changes.map((change) =>
    isOfRecord(change)
      ? {
          ...change,
          before: seenIn(change.before, change.field),
          after: seenIn(change.after, change.field),
        }
      : change,
  )
}
