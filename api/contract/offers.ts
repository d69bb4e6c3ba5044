import { z } from 'zod'
import { Id } from './common.ts'

/** What data·inclusion and HSDS call a service: something an actor offers, never an actor. */
export const Offer = z.object({
  id: Id,
  name: z.string(),
  description: z.string().nullable(),
  themes: z.array(z.string()),
  publics: z.array(z.string()),
})
export type Offer = z.infer<typeof Offer>
