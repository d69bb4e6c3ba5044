import {
  type Assumption,
  BENEFITS,
  type Benefit,
  type EstimateOffer,
  type EstimateParameters,
  type EstimateSources,
} from '#contract/estimates'
import type { IndicatorKey } from '#contract/indicators'
import type { ZoneLevel } from '#contract/zones'
import { BENEFIT_DESCRIPTIONS } from './benefits.ts'
import { withDoubtOfSize } from './estimate-inputs.ts'
import { CAUTIOUS } from './non-take-up-estimate.ts'

/** One column that was imported, the zones that have it, and in how many parts. */
export type ImportedFigure = IndicatorKey & { zones: number; parts: number }
/** What is there to choose from: figures, and the levels of which contours are known. */
export type Imported = { figures: readonly ImportedFigure[]; contours: ReadonlySet<ZoneLevel> }

const POVERTY_RATE = 'poverty_rate'
/** In the order in which they are looked for: the census, then tax returns. */
const HOUSEHOLDS = ['households', 'main_homes', 'tax_households']
const TENURES = ['homes_owned', 'homes_social', 'homes_rented'] as const
/** All that an estimate reads beside claimants. */
export const FIGURES_USED: readonly string[] = [POVERTY_RATE, ...HOUSEHOLDS, ...TENURES]
/** Poverty before taxes and benefits is another matter. */
const BEFORE_BENEFITS = /-declared$/
/** Figures this many years apart describe different times. */
const FAR_APART = 2

const keyOf = ({ source, period, level, vintage, figure }: IndicatorKey): IndicatorKey => ({
  ...{ source, period, level, vintage, figure },
})

/** The latest figures first; geography of which nobody said the year counts as the latest. */
const latestFirst = (a: ImportedFigure, b: ImportedFigure): number =>
  b.period.localeCompare(a.period) || b.vintage.localeCompare(a.vintage) || b.zones - a.zones

const yearOf = ({ period }: IndicatorKey): number => Number.parseInt(period, 10)

/** Figures of the three tenures, all from one source. The key names the first. */
const tenuresIn = (figures: readonly ImportedFigure[]): ImportedFigure | undefined =>
  figures
    .filter(({ figure }) => figure === TENURES[0])
    .find((owned) =>
      TENURES.every((figure) =>
        figures.some(
          (other) =>
            other.figure === figure && other.source === owned.source && other.period === owned.period,
        ),
      ),
    )

/** From what a benefit would be estimated at a level: the latest of each; null where there is none. */
function sourcesAt(benefit: Benefit, level: ZoneLevel, { figures }: Imported) {
  const here = figures.filter((figure) => figure.level === level).toSorted(latestFirst)
  const named = (name: string) => here.find(({ figure }) => figure === name)
  const { claimants, isFlat } = BENEFIT_DESCRIPTIONS[benefit]
  return {
    claimants: named(claimants) ?? null,
    povertyRate:
      here.find(({ figure, source }) => figure === POVERTY_RATE && !BEFORE_BENEFITS.test(source)) ?? null,
    households: HOUSEHOLDS.map(named).find((found) => found !== undefined) ?? null,
    tenures: isFlat ? null : (tenuresIn(here) ?? null),
  }
}

/** Whether sources that somebody chose can serve a benefit at a level: imported, and saying what they should. */
export function areUsable(
  sources: EstimateSources,
  benefit: Benefit,
  level: ZoneLevel,
  { figures }: Imported,
): boolean {
  const wanted: [IndicatorKey | null, readonly string[]][] = [
    [sources.claimants, [BENEFIT_DESCRIPTIONS[benefit].claimants]],
    [sources.povertyRate, [POVERTY_RATE]],
    [sources.households, HOUSEHOLDS],
    [sources.tenures, [TENURES[0]]],
  ]
  const isImported = (key: IndicatorKey) =>
    figures.some((figure) => JSON.stringify(keyOf(figure)) === JSON.stringify(keyOf(key)))
  return wanted.every(
    ([key, names]) => key === null || (key.level === level && names.includes(key.figure) && isImported(key)),
  )
}

/** What is taken for granted with these sources; `parts`: in how many the claimants are counted. */
export function assumptionsOf(sources: EstimateSources, benefit: Benefit, parts: number): Assumption[] {
  const { isFlat } = BENEFIT_DESCRIPTIONS[benefit]
  const years = Object.values(sources).flatMap((key) => (key ? [yearOf(key)] : []))
  const holds: Record<Assumption, boolean> = {
    equal_sizes: sources.households === null,
    national_tenure: !isFlat && sources.tenures === null,
    flat_rate: isFlat,
    parts_added_up: parts > 1,
    other_period: Math.max(...years) - Math.min(...years) >= FAR_APART,
    msa_left_out: sources.claimants.source === 'cnaf',
  }
  return (Object.keys(holds) as Assumption[]).filter((assumption) => holds[assumption])
}

/** Cautious defaults, with the published rates, and more doubt where sizes are not known. */
export function parametersFor(benefit: Benefit, assumptions: readonly Assumption[]): EstimateParameters {
  const { poverty, effectiveSample, cvEligible, sdTakeUp, draws, threshold } = CAUTIOUS
  const isSizeUnknown = assumptions.includes('equal_sizes')
  return {
    rates: BENEFIT_DESCRIPTIONS[benefit].rates,
    ...{ poverty, effectiveSample, sdTakeUp, draws, threshold },
    cvEligible: isSizeUnknown ? Math.round(withDoubtOfSize(cvEligible) * 100) / 100 : cvEligible,
  }
}

/** What can be estimated of one benefit at one level, from what, and what is missing. */
export function offerAt(benefit: Benefit, level: ZoneLevel, imported: Imported): EstimateOffer {
  const { claimants, povertyRate, households, tenures } = sourcesAt(benefit, level, imported)
  const missing: EstimateOffer['missing'] = [
    ...(claimants ? [] : ['claimants' as const]),
    ...(povertyRate ? [] : ['poverty_rate' as const]),
    ...(imported.contours.has(level) ? [] : ['contours' as const]),
  ]
  const sources =
    claimants && povertyRate
      ? {
          claimants: keyOf(claimants),
          povertyRate: keyOf(povertyRate),
          households: households && keyOf(households),
          tenures: tenures && keyOf(tenures),
        }
      : null
  const assumptions = sources ? assumptionsOf(sources, benefit, claimants!.parts) : []
  const parameters = parametersFor(benefit, assumptions)
  return { benefit, level, sources, missing, assumptions, zones: claimants?.zones ?? 0, parameters }
}

/** Of each benefit and level of which anything useful was imported; of IRIS always, to say what is missing. */
export function offersOf(imported: Imported): EstimateOffer[] {
  const useful = new Set([
    POVERTY_RATE,
    ...BENEFITS.map((benefit) => BENEFIT_DESCRIPTIONS[benefit].claimants),
  ])
  const levels = new Set<ZoneLevel>(['iris'])
  for (const { level, figure } of imported.figures) if (useful.has(figure)) levels.add(level)
  return BENEFITS.flatMap((benefit) => [...levels].map((level) => offerAt(benefit, level, imported)))
}
