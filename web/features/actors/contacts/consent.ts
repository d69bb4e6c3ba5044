import { RETENTION } from '#api/domain/retention'
import type { Contact, ContactPerson } from '#contract/contacts'

/** How long a person's contact is kept after somebody last asked whether they still agree. */
const MONTHS_KEPT = RETENTION.find(({ what }) => what === 'personal_contacts')?.months ?? 12
/** Days before it goes at which the card says so aloud. */
const SOON = 60
const DAY = 86_400_000

/** A day as the wire carries it, in universal time: what the server calls today. */
export const today = (now = new Date()): string => now.toISOString().slice(0, 10)

/** The day on which a person's contact goes by itself, counted from the last verification or, failing one, the consent. */
export function goesOn({
  consentedOn,
  verifiedOn,
}: Pick<ContactPerson, 'consentedOn' | 'verifiedOn'>): string {
  const date = new Date(`${verifiedOn ?? consentedOn}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + MONTHS_KEPT)
  return today(date)
}

export const goesSoon = (person: ContactPerson, now = new Date()): boolean =>
  Date.parse(goesOn(person)) - now.getTime() < SOON * DAY

/** Whether it may be written: something to reach and, for a person, a name and the day of their consent. */
export const isComplete = ({ value, person }: Contact): boolean =>
  value !== '' && (person === null || (person.name !== '' && person.consentedOn !== ''))

/** The contact of somebody who has not said yes yet: for those who answer for the workspace alone, until chosen otherwise. */
export const ofPerson = (contact: Contact): Contact => ({
  ...contact,
  audience: 'private',
  person: { name: '', role: null, consentedOn: '', verifiedOn: null },
})
