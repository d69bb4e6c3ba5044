import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { isPersonal } from '#api/domain/audience'
import { changedFields } from '#api/features/changes/edited-fields.repository'
import type { ActorField, ActorFields, ActorInput, Place } from '#contract/actors'
import type { Queries } from '#db/client'
import { fromGeoJson } from '#db/columns'
import { actors, contacts, places } from '#db/schema/actors'
import { uuidArray } from '#db/transaction'
import type { WorkspaceTransaction } from '#db/workspace'
import { withCommunes } from './actors.communes.repository.ts'
import { intervalsOf } from './actors.hours.repository.ts'
import { refuseOutside } from './actors.limits.repository.ts'
import { forgetPositions, withoutPosition, withoutTrace } from './actors.positions.repository.ts'
import type { Current } from './actors.repository.ts'
import { refuseFields } from './refuse-fields.ts'

/** Fields to write, and nothing of the others. */
export type ActorSet = Partial<z.output<typeof ActorFields>>
type Key = { workspaceId: string; id: string }

const same = ({ workspaceId, id }: Key) => and(eq(actors.workspaceId, workspaceId), eq(actors.id, id))

/** Fields that are one column. The others are written by {@link writeFields}. */
const COLUMNS = [
  'kind',
  'name',
  'description',
  'typeId',
  'secondaryTypeIds',
  'publics',
  'approaches',
  'siret',
  'finess',
  'rna',
  'verifiedAt',
  'audience',
  'note',
] as const

const columnsOf = (set: ActorSet) =>
  Object.fromEntries(COLUMNS.flatMap((field) => (field in set ? [[field, set[field]]] : [])))

const areaOf = ({ area }: ActorSet) =>
  area ? { areaCommunes: area.communes, areaZones: area.zones, areaPolygon: area.polygon } : {}

async function replacePlaces(
  tx: Queries,
  { workspaceId, id }: Key,
  list: readonly Place[],
  now: Date,
): Promise<void> {
  await tx.delete(places).where(and(eq(places.workspaceId, workspaceId), eq(places.actorId, id)))
  if (!list.length) return
  const rows = list.map((place, position) => {
    const { week, dates, until } = intervalsOf(place.hours, now)
    return sql`(${workspaceId}::uuid, ${place.id}::uuid, ${id}::uuid, ${position}::int, ${place.kind}, ${place.label},
      ${place.address}, ${place.postcode}, ${place.communeCode}, ${place.communeName},
      ${place.point ? fromGeoJson(place.point) : sql`NULL::geometry`}, ${place.hours}, ${place.audience}, ${place.approximate},
      ${week}::int4multirange, ${dates}::tsmultirange, ${until}::date)`
  })
  await tx.execute(sql`INSERT INTO places (workspace_id, id, actor_id, position, kind, label, address, postcode,
    commune_code, commune_name, point, hours, audience, approximate, open_week, open_dates, open_until) VALUES ${sql.join(rows, sql`, `)}`)
}

async function replaceContacts(
  tx: Queries,
  { workspaceId, id }: Key,
  list: ActorFields['contacts'],
): Promise<void> {
  await tx.delete(contacts).where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.actorId, id)))
  if (list.length)
    await tx.insert(contacts).values(
      list.map(({ person, ...contact }, position) => ({
        ...contact,
        personName: person?.name,
        personRole: person?.role,
        consentedOn: person?.consentedOn,
        verifiedOn: person?.verifiedOn,
        workspaceId,
        actorId: id,
        position,
      })),
    )
}

async function writeFields(tx: Queries, key: Key, set: ActorSet, now: Date): Promise<void> {
  if (set.places) await replacePlaces(tx, key, set.places, now)
  if (set.contacts) await replaceContacts(tx, key, set.contacts)
}

/**
 * Recomputes what follows from an actor and its places: to be called after every write of theirs, in its transaction.
 * Throws when it now lies beyond what the writer's rights are limited to.
 */
async function refreshActor(transaction: WorkspaceTransaction, id: string): Promise<void> {
  const { tx, workspaceId } = transaction
  await tx.execute(sql`SELECT refresh_actors(${workspaceId}::uuid, ${uuidArray([id])})`)
  await refuseOutside(transaction, id)
}

/** What is stored of places: their communes and, for a person's function, nothing finer. */
async function settled(
  tx: Queries,
  id: string,
  kind: ActorFields['kind'],
  list: readonly Place[],
): Promise<Place[]> {
  const placed = await withCommunes(tx, list)
  return isPersonal({ kind }) ? withoutPosition(tx, id, placed) : placed.map(exact)
}

const exact = (place: Place): Place => ({ ...place, approximate: false })

export async function insertActor(
  transaction: WorkspaceTransaction,
  input: z.output<typeof ActorInput>,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, record } = transaction
  const { id, ...rest } = input
  refuseFields(transaction.audience, rest, now)
  const fields = { ...rest, places: await settled(tx, id, rest.kind, rest.places) }
  await tx.insert(actors).values({
    ...columnsOf(fields),
    ...areaOf(fields),
    workspaceId,
    id,
    name: fields.name,
    typeId: fields.typeId,
  })
  await writeFields(tx, { workspaceId, id }, fields, now)
  await refreshActor(transaction, id)
  record({ verb: 'created', entity: 'actor', entityId: id, version: 1, after: fields })
}

/** Writes the fields of `set` that differ, and notes each. Answers with those fields. `current` must be locked. */
export async function updateActor(
  transaction: WorkspaceTransaction,
  id: string,
  current: Current,
  wanted: ActorSet,
  now: Date,
): Promise<ActorField[]> {
  const { tx, workspaceId, record, cause } = transaction
  const kind = wanted.kind ?? current.fields.kind
  const listed = wanted.places ?? (isPersonal({ kind }) ? current.fields.places : undefined)
  const set = listed ? { ...wanted, places: await settled(tx, id, kind, listed) } : wanted
  refuseFields(transaction.audience, wanted, now)
  const changed = changedFields(current, set)
  if (!changed.length) return []
  const becomesPersonal = isPersonal({ kind }) && !isPersonal(current.fields)
  if (becomesPersonal) await forgetPositions(tx, workspaceId, id)
  const written = Object.fromEntries(changed.map((field) => [field, set[field]])) as ActorSet
  const version = current.version + 1
  const editedFields =
    cause === 'import' || cause === 'geocoding'
      ? current.editedFields
      : [...new Set([...current.editedFields, ...changed])]
  await tx
    .update(actors)
    .set({ ...columnsOf(written), ...areaOf(written), version, editedFields, updatedAt: now.toISOString() })
    .where(same({ workspaceId, id }))
  await writeFields(tx, { workspaceId, id }, written, now)
  await refreshActor(transaction, id)
  // Words that an audience no longer sees must not be proposed to it either.
  if (written.audience) await tx.execute(sql`SELECT rebuild_lexemes(${workspaceId}::uuid)`)
  record(
    ...changed.map((field) => ({
      verb: 'updated' as const,
      entity: 'actor' as const,
      entityId: id,
      version,
      field,
      before:
        becomesPersonal && field === 'places' ? withoutTrace(current.fields.places) : current.fields[field],
      after: set[field],
    })),
  )
  return changed
}

/** Deletion is archiving. Answers whether anything changed. */
export async function setArchived(
  transaction: WorkspaceTransaction,
  id: string,
  current: Current,
  archived: boolean,
  now: Date,
): Promise<boolean> {
  const { tx, workspaceId, record } = transaction
  if ((current.archivedAt !== null) === archived) return false
  const version = current.version + 1
  const archivedAt = archived ? now.toISOString() : null
  await tx
    .update(actors)
    .set({ archivedAt, version, updatedAt: now.toISOString() })
    .where(same({ workspaceId, id }))
  await refreshActor(transaction, id)
  record({ verb: archived ? 'archived' : 'restored', entity: 'actor', entityId: id, version })
  return true
}
