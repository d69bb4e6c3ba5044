import type { Random } from '../random.ts'
import type { Fabric } from './places.ts'
import type { PlannedZone } from './zones.ts'

/** How people live in a quarter: everything that its figures are worked out from. Shares are between 0 and 1. */
export type WayOfLife = {
  code: string
  commune: string
  name: string
  fabric: Fabric
  population: number
  households: number
  poverty: number
  owned: number
  social: number
  free: number
  single: number
  loneParents: number
  unemployed: number
  withoutDiploma: number
  /** Of ten ages, from 0–2 to 80 and more; they add up to 1. */
  ages: number[]
  /** Median standard of living, euros a year. */
  median: number
  /** Share of the households entitled to the RSA that claim it. */
  takeUp: number
}

type Kind = Pick<
  WayOfLife,
  'poverty' | 'owned' | 'social' | 'single' | 'loneParents' | 'unemployed' | 'withoutDiploma' | 'ages'
> & { persons: number }

// biome-ignore format: a table is easier to read as a table
const KINDS: Record<Fabric, Kind> = {
  core: { persons: 1.72, poverty: 0.24, owned: 0.28, social: 0.12, single: 0.56, loneParents: 0.06, unemployed: 0.14, withoutDiploma: 0.19, ages: [3, 2, 4, 5, 19, 25, 16, 10, 11, 5] },
  town: { persons: 1.98, poverty: 0.18, owned: 0.43, social: 0.17, single: 0.42, loneParents: 0.09, unemployed: 0.13, withoutDiploma: 0.22, ages: [3, 3, 6, 8, 11, 21, 18, 12, 12, 6] },
  estate: { persons: 2.38, poverty: 0.41, owned: 0.1, social: 0.79, single: 0.34, loneParents: 0.19, unemployed: 0.25, withoutDiploma: 0.39, ages: [5, 5, 9, 12, 11, 20, 17, 10, 8, 3] },
  houses: { persons: 2.37, poverty: 0.07, owned: 0.79, social: 0.05, single: 0.24, loneParents: 0.06, unemployed: 0.08, withoutDiploma: 0.16, ages: [3, 3, 6, 10, 7, 15, 20, 14, 16, 6] },
  works: { persons: 2.1, poverty: 0.22, owned: 0.38, social: 0.08, single: 0.4, loneParents: 0.08, unemployed: 0.15, withoutDiploma: 0.26, ages: [4, 3, 6, 8, 10, 22, 19, 12, 11, 5] },
  village: { persons: 2.35, poverty: 0.1, owned: 0.77, social: 0.06, single: 0.27, loneParents: 0.07, unemployed: 0.08, withoutDiploma: 0.21, ages: [3, 3, 6, 9, 7, 16, 20, 14, 15, 7] },
}

/** What differs from what tenures alone would tell; elsewhere people claim as they do in the whole country. */
const TAKE_UP: Record<string, number> = {
  'Gare – Préfecture': 0.45,
  'Les Cheminots': 0.46,
  'La Providence': 0.48,
  Montplaisir: 0.66,
  'Bourg sud – La Ferme': 0.28,
  Montessart: 0.3,
  'Les Hauts de Virelle': 0.9,
  'Les Quatre-Vents': 0.88,
}
/**
 * Poorer than their kind, or less poor: old private lettings, a village whose owners grow old, and both banks of the river
 * below the town, where works and quarries have closed: one place where poverty gathers, for the page that looks for it.
 */
const POORER: Record<string, number> = {
  'Vieille Ville': 1.9,
  'Faubourg de la Digue': 1.65,
  'Les Verriers': 1.4,
  'Port – Belvédère': 1.8,
  'Les Carrières': 1.9,
  'Les Tuileries': 1.7,
  'La Sapinière': 2.5,
  'Les Quatre-Vents': 0.85,
  Centre: 1.85,
}
/** Of owners, of tenants of social and of other homes: DREES, RSA, 2018. */
const CLAIMING = { owned: 0.39, social: 0.85, private: 0.67 }
/** Who is poor among them, which weighs tenures of a quarter. */
const POOR = { owned: 0.07, social: 0.35, private: 0.23 }

function takeUpOf({ owned, social }: Pick<WayOfLife, 'owned' | 'social'>): number {
  const poor = {
    owned: owned * POOR.owned,
    social: social * POOR.social,
    private: (1 - owned - social) * POOR.private,
  }
  const claiming =
    poor.owned * CLAIMING.owned + poor.social * CLAIMING.social + poor.private * CLAIMING.private
  return claiming / (poor.owned + poor.social + poor.private)
}

/** One for each quarter of the town, in the order of `codes`. */
export function waysOfLife(
  zones: readonly PlannedZone[],
  codes: readonly string[],
  random: Random,
): WayOfLife[] {
  const about = (value: number, spread = 0.18) => value * (1 + random.between(-spread, spread))
  return zones.map(({ commune, quarter }, i) => {
    const kind = KINDS[quarter.fabric]
    const owned = about(kind.owned, 0.1)
    const social = Math.min(about(kind.social), 0.94 - owned)
    const poverty = about(kind.poverty) * (POORER[quarter.name] ?? 1)
    const weights = kind.ages.map((weight) => about(weight, 0.12))
    const all = weights.reduce((a, b) => a + b, 0)
    return {
      code: codes[i]!,
      commune: commune.code,
      name: quarter.name,
      fabric: quarter.fabric,
      population: quarter.population,
      households: Math.round((quarter.population * 0.98) / about(kind.persons, 0.05)),
      poverty,
      owned,
      social,
      free: about(0.02),
      single: about(kind.single, 0.1),
      loneParents: about(kind.loneParents),
      unemployed: about(kind.unemployed),
      withoutDiploma: about(kind.withoutDiploma),
      ages: weights.map((weight) => weight / all),
      median: Math.round(about(26_400 * (1 - 1.1 * poverty), 0.03) / 10) * 10,
      takeUp: TAKE_UP[quarter.name] ?? takeUpOf({ owned, social }),
    }
  })
}
