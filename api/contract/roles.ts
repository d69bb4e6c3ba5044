import { z } from 'zod'

/** What someone is in one workspace. `visitor` comes by a public link, `participant` by a code. */
export const ROLES = [
  'visitor',
  'participant',
  'contributor',
  'trainer',
  'manager',
  'observatory_officer',
  'administrator',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Who may read a field or a record: everybody, the members of the workspace, or those who answer for it. */
export const AUDIENCES = ['public', 'partners', 'private'] as const
export const Audience = z.enum(AUDIENCES)
export type Audience = z.infer<typeof Audience>
