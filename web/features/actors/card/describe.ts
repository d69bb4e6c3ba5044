import type { Actor } from '#contract/actors'
import type { Audience } from '#contract/roles'
import type { ActorWords } from '../useActorWords.ts'

type Contact = Actor['contacts'][number]
type Place = Actor['places'][number]
type Approach = Actor['approaches'][number]

/** A place in one line: its name, its address, its commune. */
export const placeLine = ({ label, address, postcode, communeName }: Place): string =>
  [label, address, [postcode, communeName].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** Where an actor goes, in one line. */
export function areaLine({ communes, zones, polygon }: Actor['area'], { t }: ActorWords): string {
  return [
    communes.length > 0 && t('card.areaCommunes', { count: communes.length }),
    zones.length > 0 && t('card.areaZones', { count: zones.length }),
    polygon && t('card.areaPolygon'),
  ]
    .filter(Boolean)
    .join(', ')
}

const narrowed = (audience: Audience | undefined, { audienceName }: ActorWords) =>
  audience && audience !== 'public' && audienceName(audience)

const contactLine = ({ value, label, person, audience }: Contact, words: ActorWords): string =>
  [
    value,
    label,
    person && [person.name, person.role].filter(Boolean).join(', '),
    person?.consentedOn && words.consent(person),
    narrowed(audience, words),
  ]
    .filter(Boolean)
    .join(' · ')

const fullPlaceLine = (place: Place, words: ActorWords): string =>
  [
    place.kind !== 'fixed' && words.t(`place.${place.kind}`),
    placeLine(place) || words.t(place.point ? 'place.located' : 'place.unlocated'),
    place.hours && words.hours(place.hours),
    narrowed(place.audience, words),
  ]
    .filter(Boolean)
    .join(' · ')

/** Fields that hold several things, each said in one line. */
const ITEMS: Record<string, (item: never, words: ActorWords) => string> = {
  secondaryTypeIds: (id: string, { type }) => type(id),
  publics: (one: 'femmes', { name }) => name(`public.${one}`),
  approaches: ({ approach, engagement }: Approach, { name }) =>
    `${name(`approach.${approach}`)} (${name(`engagement.${engagement}`)})`,
  contacts: contactLine,
  places: fullPlaceLine,
}

/** Of these, those whose lines are too long to follow each other. */
const LONG = ['contacts', 'places']

/** Fields that hold one thing which is not a text. */
const SINGLE: Record<string, (value: never, words: ActorWords) => string> = {
  kind: (value: 'function', { name }) => name(`kind.${value}`),
  typeId: (value: string, { type }) => type(value),
  area: areaLine,
  verifiedAt: (value: string, { day }) => day(value),
  audience: (value: Audience, { audienceName }) => audienceName(value),
}

/** The things that a field holds, each in one line; undefined when the field holds one thing. */
export function itemsOf(field: string, value: unknown, words: ActorWords) {
  const line = ITEMS[field]
  if (!line) return undefined
  const items = Array.isArray(value) ? (value as never[]) : []
  return items.map((item) => ({ key: keyOf(item), exact: JSON.stringify(item), line: line(item, words) }))
}

const keyOf = (item: { id?: string; approach?: string } | string): string =>
  typeof item === 'string' ? item : (item.id ?? item.approach ?? JSON.stringify(item))

/** The value of a field as a reader would say it: histories and conflicts show what the server stored. */
export function describe(field: string | null, value: unknown, words: ActorWords): string {
  if (value === null || value === undefined || field === null) return ''
  const items = itemsOf(field, value, words)
  if (items) return items.map(({ line }) => line).join(LONG.includes(field) ? '\n' : ' · ')
  const single = SINGLE[field]
  if (single) return single(value as never, words)
  return typeof value === 'object' ? '' : String(value)
}
