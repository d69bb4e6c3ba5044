import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { MOVING_LEVELS } from './zones.ts'

const Year = z.string().regex(/^\d{4}$/)
const Codes = z.object({
  /** Zones of figures. */
  count: z.int(),
  /** The first ones: what they were, and what they are. */
  first: z.array(z.object({ from: z.array(z.string()), to: z.array(z.string()) })),
})

/** What joining figures of one year to zones of another gives, and what it does not. */
export const VintageJoin = z.object({
  /** One zone became one: under the same code or another. */
  matched: Codes,
  /** Several became one: counts add up, medians and rates are unavailable. */
  merged: Codes,
  /** One became several, or several others: its figures belong to all of them together. */
  split: Codes,
  /** Figures whose zone has no contour or name in the year that was asked. */
  unmatched: Codes,
  /** Zones of that year of which no figure speaks. */
  without: z.object({ count: z.int(), first: z.array(z.string()) }),
  /** How many movements are known between the two years: none may mean that none were imported. */
  movements: z.int(),
})
export type VintageJoin = z.infer<typeof VintageJoin>

export const vintageEndpoints = {
  join: {
    method: 'GET',
    path: '/api/zones/join',
    query: z.object({
      level: z.enum(MOVING_LEVELS),
      /** Year of the geography of the figures; figures whose year nobody gave are taken for it. */
      from: Year,
      /** Year of the zones. */
      to: Year,
      source: z.string().trim().min(1).max(60),
      period: z.string().trim().min(1).max(20),
    }),
    response: VintageJoin,
  },
} as const satisfies Record<string, Endpoint>
