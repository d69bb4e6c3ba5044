import { CAUTIOUS, type EstimateZone, estimateNonTakeUp } from '#api/domain/non-take-up-estimate'
import { drawBeta, drawGamma, drawNormal, type Random, randomFrom } from '#api/domain/random'
import { compositionRate, POVERTY, RSA_NON_TAKE_UP, TENURES } from '#api/domain/take-up-rates'
import type { Report } from './report.ts'

const TERRITORIES = 40
const AREAS = 100
const SCALE = 0.45

/** What is true of a simulated territory, and may differ from what the estimate takes for true. */
type Truth = { cvEligible: number; sdTakeUp: number; shift: number; withPoverty: number }

const WELL: Truth = { cvEligible: 0.25, sdTakeUp: 0.08, shift: 0, withPoverty: 0 }
const SCENARIOS: Record<string, Truth> = {
  'well specified': WELL,
  'eligibility varies twice as much': { ...WELL, cvEligible: 0.5 },
  'take-up varies twice as much': { ...WELL, sdTakeUp: 0.16 },
  'national rates 10 points too low': { ...WELL, shift: 0.1 },
  'take-up follows poverty': { ...WELL, withPoverty: 0.06 },
  'eligibility known, take-up varies': { ...WELL, cvEligible: 0.1, sdTakeUp: 0.16 },
}

/** Knuth's for small means, else the normal approximation: exact enough for hundreds. */
function drawPoisson(random: Random, mean: number): number {
  if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

const drawBinomial = (random: Random, n: number, p: number): number => {
  let hits = 0
  for (let i = 0; i < n; i++) if (random() < p) hits++
  return hits
}

type Simulated = EstimateZone & { missed: number }

function simulate(random: Random, truth: Truth): Simulated[] {
  const rates = Object.fromEntries(
    TENURES.map((tenure) => [tenure, RSA_NON_TAKE_UP[tenure] + truth.shift]),
  ) as typeof RSA_NON_TAKE_UP
  return Array.from({ length: AREAS }, (_, index) => {
    const households = 500 + random() * 1_000
    const shares = TENURES.map(() => drawGamma(random, 1.5))
    const sum = shares.reduce((all, share) => all + share, 0)
    const tenures = Object.fromEntries(
      TENURES.map((tenure, k) => [tenure, (households * shares[k]!) / sum]),
    ) as EstimateZone['tenures']
    const poorHouseholds = Math.round(
      TENURES.reduce((all, tenure) => all + tenures[tenure] * POVERTY[tenure], 0),
    )
    const mean = SCALE * poorHouseholds
    const eligible = drawPoisson(
      random,
      mean * drawGamma(random, 1 / truth.cvEligible ** 2) * truth.cvEligible ** 2,
    )
    const poverty = poorHouseholds / households - 0.2
    const takeUp = Math.min(
      0.95,
      Math.max(0.05, 1 - compositionRate(tenures, rates)! + truth.withPoverty * (poverty / 0.07)),
    )
    const phi = (takeUp * (1 - takeUp)) / truth.sdTakeUp ** 2 - 1
    const claimants = drawBinomial(random, eligible, drawBeta(random, takeUp * phi, (1 - takeUp) * phi))
    return {
      id: String(index),
      claimants:
        claimants >= 1 && claimants <= 4
          ? { suppressed: [1, 4] as [number, number] }
          : 5 * Math.round(claimants / 5),
      poorHouseholds,
      tenures,
      missed: eligible - claimants,
    }
  })
}

/** How often the 90 % ranges of zones, and of totals, hold what is true. */
function coverage(truth: Truth, assumed: { cvEligible: number; sdTakeUp: number }) {
  let inside = 0
  let totals = 0
  for (let territory = 0; territory < TERRITORIES; territory++) {
    const random = randomFrom(1_000 + territory)
    const zones = simulate(random, truth)
    const { zones: found, total } = estimateNonTakeUp(zones, { ...CAUTIOUS, ...assumed, draws: 20 }, random)
    const missed = zones.reduce((sum, zone) => sum + zone.missed, 0)
    if (missed >= total.q05 && missed <= total.q95) totals++
    for (const [index, { q05, q95 }] of found.entries())
      if (zones[index]!.missed >= q05 && zones[index]!.missed <= q95) inside++
  }
  return { zones: inside / (TERRITORIES * AREAS), totals: totals / TERRITORIES }
}

/** Whether a range of 90 % holds the truth as often as it says, on simulated territories whose truth is known. */
export function benchCalibration(report: Report): void {
  for (const [name, truth] of Object.entries(SCENARIOS)) {
    const asTrue = coverage(truth, truth)
    const cautious = coverage(truth, CAUTIOUS)
    const shown = ({ zones, totals }: typeof asTrue) => `${zones.toFixed(3)} (totals ${totals.toFixed(2)})`
    report.note(
      `calibration, ${name}: with the true variances ${shown(asTrue)}, with the cautious defaults ${shown(cautious)}`,
    )
  }
}
