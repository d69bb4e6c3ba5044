import type { ActorField, ActorFields } from '#contract/actors'
import type { FieldSource } from '#contract/provenance'
import { AUDIENCES, type Audience } from '#contract/roles'
import { isSame } from './import-comparison.ts'
import { reachOf } from './resemblance.ts'
import { addressKey, metresBetween, SAME_SPOT } from './resemblance-places.ts'

/** One of the two, with what says where its values come from. */
export type MergeSide = {
  id: string
  fields: ActorFields
  source: string | null
  sourceDate: string | null
  licence: string | null
  fieldSources: Record<string, FieldSource>
}

/** For each field the id of the side whose value stays, or `both`. */
export type Choices = Partial<Record<ActorField, string>>

/** The narrower of two audiences: fewer people are of it. */
const narrower = (one: Audience, other: Audience): Audience =>
  AUDIENCES.indexOf(one) > AUDIENCES.indexOf(other) ? one : other

type Joined = { [F in ActorField]?: (kept: ActorFields, other: ActorFields) => ActorFields[F] }

const union = <T>(
  one: readonly T[],
  other: readonly T[],
  key: (value: T) => unknown = (value) => value,
): T[] => [...one, ...other.filter((value) => !one.some((known) => key(known) === key(value)))]

type Contact = ActorFields['contacts'][number]
const contactKey = (contact: Contact): string => reachOf(contact) ?? `${contact.kind} ${contact.value.trim()}`

type Place = ActorFields['places'][number]
const isSamePlace = (one: Place, other: Place): boolean => {
  if (one.kind !== other.kind) return false
  if (one.point && other.point && metresBetween(one.point.coordinates, other.point.coordinates) <= SAME_SPOT)
    return true
  const key = addressKey(one.address)
  return key !== null && key === addressKey(other.address) && one.communeCode === other.communeCode
}

/** A place that both have, with what only the other says of it. */
const filled = (place: Place, other: Place | undefined): Place =>
  other
    ? {
        ...place,
        label: place.label ?? other.label,
        address: place.address ?? other.address,
        postcode: place.postcode ?? other.postcode,
        communeCode: place.communeCode ?? other.communeCode,
        communeName: place.communeName ?? other.communeName,
        point: place.point ?? other.point,
        hours: place.hours ?? other.hours,
        audience: narrower(place.audience, other.audience),
      }
    : place

const bothPlaces = (ones: readonly Place[], others: readonly Place[]): Place[] => [
  ...ones.map((one) =>
    filled(
      one,
      others.find((other) => isSamePlace(one, other)),
    ),
  ),
  ...others.filter((other) => !ones.some((one) => isSamePlace(one, other))),
]

const text = (one: string | null | undefined, other: string | null | undefined): string | null => {
  const [a, b] = [one?.trim() ?? '', other?.trim() ?? '']
  return [a, ...(a.includes(b) ? [] : [b])].filter(Boolean).join('\n\n') || null
}

/** What `both` means, where two values can stand together. Elsewhere it is the kept one's, else the other's. */
const BOTH: Joined = {
  secondaryTypeIds: (kept, other) =>
    union(kept.secondaryTypeIds, [other.typeId, ...other.secondaryTypeIds]).filter(
      (type) => type !== kept.typeId,
    ),
  publics: (kept, other) => union(kept.publics, other.publics),
  approaches: (kept, other) => union(kept.approaches, other.approaches, ({ approach }) => approach),
  contacts: (kept, other) => union(kept.contacts, other.contacts, contactKey),
  places: (kept, other) => bothPlaces(kept.places, other.places),
  area: ({ area }, { area: other }) => ({
    communes: union(area.communes, other.communes),
    zones: union(area.zones, other.zones),
    polygon: area.polygon ?? other.polygon,
  }),
  description: (kept, other) => text(kept.description, other.description),
  note: (kept, other) => text(kept.note, other.note),
  audience: (kept, other) => narrower(kept.audience, other.audience),
  verifiedAt: ({ verifiedAt }, other) =>
    [verifiedAt, other.verifiedAt]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null,
}
/** Without a choice these take what both carry; the other fields keep what the kept one has. */
export const JOINS: readonly ActorField[] = [
  'secondaryTypeIds',
  'publics',
  'approaches',
  'contacts',
  'places',
  'area',
  'note',
  'audience',
  'verifiedAt',
]
/** Fields that `both` can join. */
export const isJoinable = (field: ActorField): boolean => Object.hasOwn(BOTH, field)

/** What stays out of a wider audience by itself: elements have their own, and the note is the team's. */
const GUARDED: readonly ActorField[] = ['contacts', 'places', 'note', 'audience', 'verifiedAt', 'kind']

/** Elements of a side as they may stand in an actor of an audience; they are copies, with ids of their own. */
const borrowed = (side: ActorFields, newId: () => string): ActorFields => {
  const copy = <T extends { id: string; audience: Audience }>(element: T): T => ({
    ...element,
    id: newId(),
    audience: narrower(element.audience, side.audience),
  })
  return { ...side, contacts: side.contacts.map(copy), places: side.places.map(copy) }
}

export type Merged = {
  /** Every field of the kept actor. */
  fields: ActorFields
  /** Fields that are not what the kept actor had, and where they come from. */
  sources: Record<string, FieldSource>
  /** Fields whose chosen value is for fewer people than the chosen audience. */
  leaks: ActorField[]
}

/**
 * One actor out of two, field by field. The audience is the narrower unless chosen. What the kept actor takes from the
 * other is never shown to more people than before: elements keep their narrower audience; other values are not joined,
 * and choosing one is a leak.
 */
export function merge(kept: MergeSide, other: MergeSide, choices: Choices, newId: () => string): Merged {
  const given = borrowed(other.fields, newId)
  const audienceOf = { [kept.id]: kept.fields.audience, [other.id]: other.fields.audience }
  const audience = audienceOf[choices.audience ?? ''] ?? narrower(kept.fields.audience, other.fields.audience)
  const isWider = narrower(audience, other.fields.audience) !== audience
  const fields: Record<string, unknown> = {}
  const leaks: ActorField[] = []
  for (const field of new Set([...Object.keys(kept.fields), ...Object.keys(given)]) as Set<ActorField>) {
    const choice = choices[field] ?? (JOINS.includes(field) ? 'both' : kept.id)
    const own = kept.fields[field]
    const isGuarded = isWider && !GUARDED.includes(field)
    const value =
      choice === 'both' && BOTH[field]
        ? BOTH[field](kept.fields, given)
        : choice === other.id
          ? given[field]
          : (own ?? given[field])
    if (isGuarded && !isSame(value ?? null, own ?? null)) {
      if (choices[field] !== undefined) leaks.push(field)
      fields[field] = own
    } else fields[field] = value
  }
  fields.audience = audience
  const merged = fields as ActorFields
  const taken = (Object.keys(fields) as ActorField[]).filter(
    (field) => !isSame(merged[field] ?? null, kept.fields[field] ?? null),
  )
  const whole = { source: other.source, date: other.sourceDate, licence: other.licence }
  return {
    fields: merged,
    sources: Object.fromEntries(taken.map((field) => [field, other.fieldSources[field] ?? whole])),
    leaks,
  }
}
