import type { ActorFields, Place } from '#contract/actors'
import type { Contact } from '#contract/contacts'
import type { ROW_OUTCOMES } from '#contract/imports'
import type { ActorDraft, OfferDraft } from './import-draft.ts'

type Values = Record<string, unknown>

/** What becomes of a row: `set` is what to write, `before` what these fields hold until then. */
export type Comparison = {
  outcome: Exclude<(typeof ROW_OUTCOMES)[number], 'refused'>
  /** Null for what has no id of its own: a cell, an address, a movement. */
  entityId: string | null
  /** The version that the draft was compared with; null for what does not exist yet. */
  version: number | null
  set: Values
  before: Values
  /** Fields that a person has written, as the file says them: they stay as they are. */
  kept: Values
}

export type ExistingActor = {
  id: string
  version: number
  archived: boolean
  /** Fields that a person has written. */
  editedFields: string[]
  fields: Pick<
    ActorFields,
    | 'name'
    | 'description'
    | 'typeId'
    | 'secondaryTypeIds'
    | 'publics'
    | 'siret'
    | 'finess'
    | 'rna'
    | 'contacts'
    | 'places'
  >
  sourceDate: string | null
  licence: string | null
}

export type ExistingOffer = {
  id: string
  name: string
  description: string | null
  themes: string[]
  publics: string[]
  sourceDate: string | null
  actorId: string
  placeId: string | null
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null

/** Equality of JSON values; the order of members does not count, `id` members do not either. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = (value: Values) => Object.keys(value).filter((name) => name !== 'id')
  return (
    names(a).length === names(b).length && names(a).every((name) => name in b && isSame(a[name], b[name]))
  )
}

/** The places of the draft, under the id that the first place already has. */
const placesOf = ({ place }: ActorDraft, existing: Place[], newId: () => string): Place[] =>
  place === null ? [] : [{ id: existing[0]?.id ?? newId(), ...place }]

const contactsOf = ({ contacts }: ActorDraft, existing: Contact[], newId: () => string): Contact[] =>
  contacts.map(({ kind, value }) => {
    const known = existing.find((contact) => contact.kind === kind && contact.value === value)
    return {
      id: known?.id ?? newId(),
      kind,
      value,
      label: null,
      audience: known?.audience ?? 'public',
      person: null,
    }
  })

function difference(wanted: Values, existing: Values): { set: Values; before: Values } {
  const names = Object.keys(wanted).filter((name) => !isSame(wanted[name], existing[name]))
  const pick = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name]]))
  return { set: pick(wanted), before: pick(existing) }
}

/** Nothing of it is here yet. */
const creation = (set: Values, newId: () => string): Comparison => ({
  outcome: 'created',
  entityId: newId(),
  version: null,
  set,
  before: {},
  kept: {},
})

/**
 * Compares an imported actor with what is here, field by field. What a person has written, or archived, stands: the
 * row is `ignored` when nothing else differs.
 */
export function compareActor(
  draft: ActorDraft,
  existing: ExistingActor | undefined,
  newId: () => string,
): Comparison {
  const { name, description, typeId, secondaryTypeIds, publics, siret, finess, rna, sourceDate, licence } =
    draft
  const wanted: Values = {
    name,
    description,
    typeId,
    secondaryTypeIds,
    ...(publics && { publics }),
    siret,
    finess,
    rna,
    contacts: contactsOf(draft, existing?.fields.contacts ?? [], newId),
    places: placesOf(draft, existing?.fields.places ?? [], newId),
    sourceDate,
    licence,
  }
  if (!existing) return creation(wanted, newId)
  const { id: entityId, version, editedFields, fields } = existing
  const nothing = { entityId, version, set: {}, before: {}, kept: {} }
  const here = { ...fields, sourceDate: existing.sourceDate, licence: existing.licence }
  const found = difference(wanted, here)
  const differing = Object.keys(found.set)
  if (differing.length === 0) return { outcome: 'unchanged', ...nothing }
  const edited = new Set(editedFields)
  const pick = (values: Values, are: boolean) =>
    Object.fromEntries(
      differing.flatMap((field) => (edited.has(field) === are ? [[field, values[field]]] : [])),
    )
  const kept = pick(found.set, true)
  const set = pick(found.set, false)
  if (existing.archived || Object.keys(set).length === 0) {
    return { outcome: 'ignored', ...nothing, before: pick(found.before, true), kept }
  }
  return { outcome: 'updated', entityId, version, set, before: found.before, kept }
}

/** Compares an imported offer with what its actor already offers. */
export function compareOffer(
  draft: OfferDraft,
  existing: ExistingOffer | undefined,
  owner: { actorId: string; placeId: string | null },
  newId: () => string,
): Comparison {
  const { name, description, themes, publics, sourceDate } = draft
  const { actorId, placeId } = owner
  const wanted: Values = { name, description, themes, publics, sourceDate, actorId, placeId }
  if (!existing) return creation(wanted, newId)
  const found = difference(wanted, existing)
  const outcome = Object.keys(found.set).length === 0 ? 'unchanged' : 'updated'
  return { outcome, entityId: existing.id, version: null, ...found, kept: {} }
}

/** What is known of a zone of the same level, code, vintage and source; the database compares the contours. */
export type ExistingZone = { id: string; hasArea: boolean; sameName: boolean; sameArea: boolean }

/** Reference zones never change: a contour can only be added to a zone that had none. */
export function compareZone(existing: ExistingZone | undefined, newId: () => string): Comparison {
  const nothing = { version: null, set: {}, before: {}, kept: {} }
  if (!existing) return { outcome: 'created', entityId: newId(), ...nothing }
  const entityId = existing.id
  if (!existing.hasArea) return { outcome: 'updated', entityId, ...nothing }
  return { outcome: existing.sameName && existing.sameArea ? 'unchanged' : 'ignored', entityId, ...nothing }
}
