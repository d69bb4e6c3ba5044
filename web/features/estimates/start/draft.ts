import type { EstimateOffer, EstimateParameters } from '#contract/estimates'
import type { Start } from '../estimates.queries.ts'

/** What a person has set; what they left alone follows the offer. */
export type Draft = {
  name: string
  parameters: Partial<EstimateParameters>
  seed: number | null
}

export const EMPTY: Draft = { name: '', parameters: {}, seed: null }

/** Only what differs from the offer is sent: a later default stays a default. */
export function startOf(
  { name, parameters, seed }: Draft,
  { benefit, level, parameters: proposed }: EstimateOffer,
  { id, territoryId, fallbackName }: { id: string; territoryId: string | null; fallbackName: string },
): Start {
  const changed = Object.fromEntries(
    Object.entries(parameters).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(proposed[key as keyof EstimateParameters]),
    ),
  )
  return {
    id,
    name: name.trim() || fallbackName,
    benefit,
    territoryId,
    level,
    parameters: changed,
    ...(seed !== null && { seed }),
  }
}
