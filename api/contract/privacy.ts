import { z } from 'zod'
import { Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'

/** What is kept for a time, then goes by itself. */
export const RETAINED = ['personal_contacts', 'observations', 'accounts', 'logs'] as const

export const RetentionRule = z.object({
  what: z.enum(RETAINED),
  days: z.int().nullable(),
  months: z.int().nullable(),
  /** The moment it counts from. */
  since: z.enum(['last_verification', 'end_of_session', 'last_sign_in', 'entry']),
})

/** Where something about a person was found. */
export const PersonTrace = z.object({
  where: z.enum([
    'account',
    'contact',
    'actor',
    'territory',
    'zone',
    'assessment',
    'cooperation',
    'history',
    'proposal',
    'invitation',
    'import',
    'log',
  ]),
  id: z.string(),
  /** The name of the actor or thing that holds it. */
  title: z.string().nullable(),
  field: z.string().nullable(),
  value: z.unknown(),
})
export type PersonTrace = z.infer<typeof PersonTrace>

/** At least one; each is compared whole, without case or accents; phone numbers by their digits. */
export const PersonQuery = z
  .object({
    name: z.string().trim().min(3).max(120).optional(),
    email: z.email().max(254).optional(),
    phone: z.string().trim().min(6).max(30).optional(),
  })
  .refine(({ name, email, phone }) => name || email || phone, { message: 'name, email or phone is needed' })
export type PersonQuery = z.infer<typeof PersonQuery>

/** What concerns the security of a workspace: who signed in, was refused, invited, exported. Never a content. */
export const SecurityEvent = z.object({
  id: Id,
  at: Instant,
  kind: z.string(),
  author: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

export const privacyEndpoints = {
  rules: { method: 'GET', path: '/api/privacy/rules', response: z.array(RetentionRule) },
  /**
   * Everything that this workspace holds about one person, for the right of access; `sealed`: how many observations of
   * rounds that are not revealed mention them, of which nothing else is told.
   */
  findPerson: {
    method: 'POST',
    path: '/api/privacy/person/find',
    body: PersonQuery,
    response: z.object({ traces: z.array(PersonTrace), sealed: z.int().min(0) }),
  },
  /** Erases it all: contacts, history, proposals, staged rows, sealed notes, logs. */
  erasePerson: {
    method: 'POST',
    path: '/api/privacy/person/erase',
    body: PersonQuery,
    response: z.object({ erased: z.int() }),
  },
  events: {
    method: 'GET',
    path: '/api/security-events',
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.array(SecurityEvent),
  },
} as const satisfies Record<string, Endpoint>
