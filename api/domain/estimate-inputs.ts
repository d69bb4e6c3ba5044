import type { EstimateRun, UNSAID } from '#contract/estimates'
import type { Figure } from '#contract/figures'
import { MIN_HOUSEHOLDS } from './disclosure.ts'
import type { PublishedClaimants } from './non-take-up.ts'
import { type ByTenure, HOUSEHOLDS_FRANCE } from './take-up-rates.ts'

type Unsaid = (typeof UNSAID)[number]

/** What was imported of one zone. A figure that was not looked for, for want of a source, is undefined. */
export type KnownZone = {
  code: string
  /** One for each part of the benefit; none when nothing was published. */
  claimants: readonly Figure[]
  povertyRate: Figure | null
  households?: Figure | null
  tenures?: ByTenure | null
}

/** Of one zone that can be estimated, all that the estimate needs. */
export type InputZone = {
  code: string
  claimants: PublishedClaimants
  roundedTo: number
  poorHouseholds: number
  tenures: ByTenure
}

/** In the order of their codes. They hold what must not be shown: they never leave the server. */
export type EstimateInputs = { zones: InputZone[]; unsaid: { code: string; reason: Unsaid }[] }

/** The CNAF rounds to 5, and blanks what lies between these. */
const STEP = 5
const BLANKED: readonly [number, number] = [1, 4]
/**
 * IRIS are drawn around 2,000 inhabitants, about 900 households: where nobody says how many, all count alike. The scale takes
 * up what is wrong in the mean; what differs from zone to zone is doubt (`DOUBT_OF_SIZE`).
 */
const HOUSEHOLDS_OF_IRIS = 900
const DOUBT_OF_SIZE = 0.3
const NO_TENURES: ByTenure = { owner: 0, social: 0, private: 0 }

/** The doubt on eligibility when sizes are not known either. */
export const withDoubtOfSize = (cvEligible: number): number => Math.hypot(cvEligible, DOUBT_OF_SIZE)

const isBlank = ({ value, status }: Figure): boolean => value === null && status === 'secret'

/**
 * The count that the parts of a benefit make: its rounding step is that of each part times the parts, and a part that is
 * blank leaves bounds. Undefined when a part is not known at all.
 */
export function claimantsOf(
  parts: readonly Figure[],
): { claimants: PublishedClaimants; roundedTo: number } | undefined {
  if (!parts.length || parts.some((part) => part.value === null && !isBlank(part))) return undefined
  const half = Math.floor(STEP / 2)
  const reach = ({ status }: Figure) => (status === 'rounded' ? half : 0)
  const sum = (of: (part: Figure) => number) => Math.round(parts.reduce((all, part) => all + of(part), 0))
  if (!parts.some(isBlank)) {
    const rounded = parts.filter(({ status }) => status === 'rounded').length
    return { claimants: sum(({ value }) => value!), roundedTo: rounded ? STEP * rounded : 1 }
  }
  const low = sum((part) => (isBlank(part) ? BLANKED[0] : Math.max(0, part.value! - reach(part))))
  const high = sum((part) => (isBlank(part) ? BLANKED[1] : part.value! + reach(part)))
  return { claimants: { suppressed: [low, high] }, roundedTo: 1 }
}

const whyNot = (figure: Figure | null): Unsaid => (figure?.status === 'secret' ? 'secret' : 'no_figures')

/** What one zone brings to the estimate, or why nothing can be said of it. */
function inputOf({ code, ...known }: KnownZone): InputZone | Unsaid {
  const { povertyRate, households } = known
  if (typeof households?.value === 'number' && households.value < MIN_HOUSEHOLDS) return 'few_households'
  const published = claimantsOf(known.claimants)
  if (!published) return 'no_figures'
  if (typeof povertyRate?.value !== 'number') return whyNot(povertyRate)
  if (households !== undefined && typeof households?.value !== 'number') return whyNot(households)
  return {
    code,
    ...published,
    poorHouseholds: (povertyRate.value / 100) * (households?.value ?? HOUSEHOLDS_OF_IRIS),
    // Of a zone whose tenures nobody knows, the rate of the whole; of a territory, France's.
    tenures: known.tenures === undefined ? HOUSEHOLDS_FRANCE : (known.tenures ?? NO_TENURES),
  }
}

/** Owners, tenants of social landlords, other tenants; null when one of these counts is not known. */
export function tenuresOfHomes(
  owned: number | null,
  social: number | null,
  rented: number | null,
): ByTenure | null {
  if (owned === null || social === null || rented === null) return null
  return { owner: owned, social, private: Math.max(0, rented - social) }
}

/** Each zone by the one rule: an input, or a reason. */
export function estimateInputs(known: readonly KnownZone[]): EstimateInputs {
  const inputs: EstimateInputs = { zones: [], unsaid: [] }
  for (const zone of known.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const input = inputOf(zone)
    if (typeof input === 'string') inputs.unsaid.push({ code: zone.code, reason: input })
    else inputs.zones.push(input)
  }
  return inputs
}

export function countsOf({ zones, unsaid }: EstimateInputs): EstimateRun['counts'] {
  const reasons: EstimateRun['counts']['unsaid'] = {}
  for (const { reason } of unsaid) reasons[reason] = (reasons[reason] ?? 0) + 1
  return { zones: zones.length + unsaid.length, estimated: zones.length, unsaid: reasons }
}

/** Whether there is anything to scale: somebody who claims, and a poor household. */
export const isEstimable = ({ zones }: EstimateInputs): boolean =>
  zones.some(({ claimants }) => claimants !== 0) && zones.some(({ poorHouseholds }) => poorHouseholds > 0)
