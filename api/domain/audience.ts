import type { ActorField, ActorFields } from '#contract/actors'
import { AUDIENCES, type Audience } from '#contract/roles'

/** The audiences that a reader sees: its own and every wider one. */
export const audiencesOf = (reader: Audience): Audience[] => AUDIENCES.slice(0, AUDIENCES.indexOf(reader) + 1)

export const isReadable = (reader: Audience, audience: Audience): boolean =>
  audiencesOf(reader).includes(audience)

/** Who may read each field of an actor that they may see. Contacts and places carry their own audience besides. */
export const FIELD_AUDIENCES: Record<ActorField, Audience> = {
  kind: 'public',
  name: 'public',
  description: 'public',
  typeId: 'public',
  secondaryTypeIds: 'public',
  publics: 'public',
  approaches: 'public',
  contacts: 'public',
  places: 'public',
  area: 'public',
  siret: 'public',
  finess: 'public',
  rna: 'public',
  verifiedAt: 'public',
  audience: 'public',
  note: 'private',
}

export const mayReadField = (reader: Audience, field: string): boolean =>
  Object.hasOwn(FIELD_AUDIENCES, field) && isReadable(reader, FIELD_AUDIENCES[field as ActorField])

type Element = { audience?: Audience }

const isElementReadable = (reader: Audience, one: Element | string | null): boolean =>
  typeof one === 'object' && one !== null ? isReadable(reader, one.audience ?? 'public') : true

const readableElements = <T>(reader: Audience, value: T): T =>
  Array.isArray(value) ? (value.filter((one) => isElementReadable(reader, one)) as T) : value

/** The value of one field as a reader may see it; undefined when the field is not for them. */
export const readableValue = (reader: Audience, field: string, value: unknown): unknown =>
  mayReadField(reader, field) ? readableElements(reader, value) : undefined

/** Some fields of an actor as a reader may see them: fields and elements above the reader's audience are not there. */
export const readableFields = <T extends Partial<ActorFields>>(reader: Audience, fields: T): T =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => !Object.hasOwn(FIELD_AUDIENCES, field) || mayReadField(reader, field))
      .map(([field, value]) => [field, readableElements(reader, value)]),
  ) as T

/**
 * What a list becomes when somebody who saw a part of it gives it another value: the elements beyond their audience stay.
 * Any other value is theirs.
 */
export const withUnseen = <T>(seenBy: Audience, current: unknown, wanted: T): T =>
  Array.isArray(wanted) && Array.isArray(current)
    ? ([...wanted, ...current.filter((one) => !isElementReadable(seenBy, one))] as T)
    : wanted

/** A function is held by a person: of where it is, only the commune is kept. */
export const isPersonal = ({ kind }: Pick<ActorFields, 'kind'>): boolean => kind === 'function'
