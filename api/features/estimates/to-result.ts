import type { EstimateAnswer } from '#api/domain/estimate-result'
import type { EstimateResult } from '#contract/estimates'
import type { NamedZone } from './zone-figures.repository.ts'

/** What was worked out, with the names of the zones; one without a contour is called by its code. */
export const toResult = (
  { zones, ...answer }: EstimateAnswer,
  names: ReadonlyMap<string, NamedZone>,
): EstimateResult => ({
  ...answer,
  zones: zones.map((zone) => ({ zoneId: null, name: zone.code, ...names.get(zone.code), ...zone })),
})
