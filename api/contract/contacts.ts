import { z } from 'zod'
import { Day, Id } from './common.ts'
import { Audience } from './roles.ts'

const Line = (max: number) => z.string().trim().min(1).max(max)

export const CONTACT_KINDS = ['phone', 'email', 'website'] as const
/** A natural person behind a contact. Without a dated consent it is refused; without a verification it goes in time. */
export const ContactPerson = z.object({
  name: Line(120),
  /** What the person does there: `référente accueil`. */
  role: Line(120).nullable(),
  consentedOn: Day,
  verifiedOn: Day.nullable(),
})
export type ContactPerson = z.infer<typeof ContactPerson>

/** How to reach the organisation or, with a consent, a person in it. */
export const Contact = z.object({
  id: Id,
  kind: z.enum(CONTACT_KINDS),
  value: Line(300),
  label: Line(120).nullable(),
  audience: Audience.default('public'),
  person: ContactPerson.nullable().default(null),
})
export type Contact = z.infer<typeof Contact>
