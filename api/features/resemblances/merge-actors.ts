import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { type Choices, type MergeSide, merge } from '#api/domain/resemblance-merge'
import { type Current, lockActor } from '#api/features/actors/actors.repository'
import { type ActorSet, setArchived, updateActor } from '#api/features/actors/actors.write.repository'
import { changedFields, fieldsWrittenSince } from '#api/features/changes/edited-fields.repository'
import { invalid, notFound, staleWrite } from '#api/http/problems'
import { ActorFields } from '#contract/actors'
import type { Decision } from '#contract/resemblances'
import type { WorkspaceTransaction } from '#db/workspace'
import {
  type MovedOffer,
  moveOffers,
  moveParts,
  type Provenance,
  provenanceOf,
  writeProvenance,
} from './provenance.repository.ts'
import { wouldLeak } from './resemblance-problems.ts'

type Merge = Extract<z.output<typeof Decision>, { verdict: 'duplicate' }>

/** What a merge notes beside the fields that it writes: enough to take it back. */
export type MergeNote = Pick<Provenance, 'editedFields' | 'fieldSources' | 'partOf'>
export type MergeDone = MergeNote & { from: string; offers: MovedOffer[]; parts: string[] }
/** The names under which a merge stands in the history of the kept actor and of the one that went. */
export const MERGE = 'merge'
const MERGED_INTO = 'mergedInto'

/** Locks both, in one order for everybody. */
export async function lockBoth(
  transaction: WorkspaceTransaction,
  ids: readonly string[],
): Promise<Map<string, Current>> {
  const locked = new Map<string, Current>()
  for (const id of [...ids].sort()) {
    const current = await lockActor(transaction, id)
    if (!current) throw notFound('actor', id)
    locked.set(id, current)
  }
  return locked
}

/** Refuses when either was written since it was read, with what was written. */
async function refuseStale(
  { tx, workspaceId }: WorkspaceTransaction,
  locked: ReadonlyMap<string, Current>,
  versions: Merge['versions'],
): Promise<void> {
  for (const [id, current] of locked) {
    const read = versions[id]
    if (read === undefined) throw invalid({ '/versions': `The version of ${id} is missing` })
    if (read === current.version) continue
    const written = await fieldsWrittenSince(tx, workspaceId, id, read)
    throw staleWrite(
      Object.fromEntries(
        written.map((field) => [field, { yours: null, theirs: current.fields[field as 'name'] ?? null }]),
      ),
    )
  }
}

const sideOf = (
  id: string,
  { fields }: Current,
  { source, sourceDate, licence, fieldSources }: Provenance,
): MergeSide => ({
  id,
  fields,
  source,
  sourceDate,
  licence,
  fieldSources,
})

/** The merged fields, as they may be written. Throws when lists have become too long. */
function checked(fields: ActorFields): ActorFields {
  const parsed = ActorFields.safeParse(fields)
  if (parsed.success) return fields
  throw invalid(
    Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [`/fields/${String(path[0])}`, message]),
    ),
  )
}

/**
 * Makes one actor of two: field by field into the kept one, which also gets the offers and the parts of the other; the
 * other is archived and says where it went. All of it is one transaction with one sequence number.
 */
export async function mergeActors(
  transaction: WorkspaceTransaction,
  pair: readonly [string, string],
  { kept, fields: choices, versions }: Merge,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, record } = transaction
  if (!pair.includes(kept)) throw invalid({ '/kept': 'It is not one of the pair' })
  const from = pair[0] === kept ? pair[1] : pair[0]
  const unknown = Object.keys(choices).find((field) => !(field in ActorFields.shape))
  if (unknown) throw invalid({ [`/fields/${unknown}`]: 'It is not a field of an actor' })
  const strange = Object.entries(choices).find(([, id]) => id !== 'both' && !pair.includes(id))
  if (strange) throw invalid({ [`/fields/${strange[0]}`]: 'It is not one of the pair' })
  const locked = await lockBoth(transaction, pair)
  await refuseStale(transaction, locked, versions)
  const [current, other] = [locked.get(kept)!, locked.get(from)!]
  const own = await provenanceOf(tx, { workspaceId, id: kept })
  const given = await provenanceOf(tx, { workspaceId, id: from })
  const merged = merge(sideOf(kept, current, own), sideOf(from, other, given), choices as Choices, newId)
  if (merged.leaks.length) throw wouldLeak(merged.leaks)
  const written = await updateActor(transaction, kept, current, setOf(current, checked(merged.fields)), now)

  const offers = await moveOffers(tx, workspaceId, from, kept)
  const parts = await moveParts(tx, workspaceId, from, kept)
  const before: MergeNote = {
    editedFields: own.editedFields,
    fieldSources: own.fieldSources,
    partOf: own.partOf,
  }
  const after: MergeDone = {
    from,
    offers,
    parts,
    editedFields: [...new Set([...own.editedFields, ...written])],
    fieldSources: { ...own.fieldSources, ...pick(merged.sources, written) },
    partOf: own.partOf === from ? given.partOf : own.partOf,
  }
  const { editedFields, fieldSources, partOf } = after
  const version = await writeProvenance(
    tx,
    { workspaceId, id: kept },
    { editedFields, fieldSources, partOf },
    now,
  )
  record({ verb: 'updated', entity: 'actor', entityId: kept, version, field: MERGE, before, after })

  await setArchived(transaction, from, other, true, now)
  const gone = await writeProvenance(tx, { workspaceId, id: from }, { mergedInto: kept }, now)
  record({
    verb: 'updated',
    entity: 'actor',
    entityId: from,
    version: gone,
    field: MERGED_INTO,
    before: given.mergedInto,
    after: kept,
  })
}

/** The fields of the merged actor that the kept one does not have yet. */
function setOf(current: Current, fields: ActorFields): ActorSet {
  const set = fields as ActorSet
  return Object.fromEntries(changedFields(current, set).map((field) => [field, set[field]]))
}

const pick = <T>(from: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]!]] : [])))
