import type { Place } from '#contract/actors'
import { plainWords } from './resemblance-words.ts'

export type ComparedPlace = Pick<Place, 'address' | 'postcode' | 'communeCode' | 'communeName' | 'point'> & {
  /** {@link addressKey} of its address, where it has been worked out once for many comparisons. */
  key?: string | null
}

const RADIUS = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points of the mean sphere (haversine): at 300 m it is exact to the metre. */
export function metresBetween([west, south]: readonly number[], [east, north]: readonly number[]): number {
  const dLat = radians(north! - south!) / 2
  const dLon = radians(east! - west!) / 2
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(south!)) * Math.cos(radians(north!)) * Math.sin(dLon) ** 2
  return 2 * RADIUS * Math.asin(Math.sqrt(h))
}

const STREETS = new Set(
  'rue avenue boulevard place route chemin impasse allee quai cours square faubourg residence voie sente ruelle passage esplanade lieu dit'.split(
    ' ',
  ),
)
const SKIPPED = new Set('a au aux d de des du en et l la le les sur cs bp cedex bis ter b t'.split(' '))

/**
 * Number and street of an address: `12 bis av. du Gal de Gaulle` → `12 avenue general gaulle`. Null without a street.
 * The commune is not in it: compare that beside.
 */
export function addressKey(address: string | null): string | null {
  if (!address) return null
  const words = plainWords(address.replace(/\b(?:CS|BP|TSA)\s*\d+/gi, '').replace(/\b\d{5}\b.*$/, ''))
  const isNumber = (word: string) => /^\d{1,4}$/.test(word)
  // `Résidence des Lilas, 4 rue Exemple` begins at 4; `rue du 8 mai 1945` has no number.
  const numbered = words.findIndex(
    (word, n) => isNumber(word) && (n === 0 || words.slice(n + 1, n + 3).some((next) => STREETS.has(next))),
  )
  const from =
    numbered >= 0
      ? numbered
      : Math.max(
          words.findIndex((word) => STREETS.has(word)),
          0,
        )
  const said = words.slice(from).filter((word) => !SKIPPED.has(word))
  return said.some((word) => !STREETS.has(word) && !/^\d+$/.test(word)) ? said.join(' ') : null
}

const keyOf = ({ key, address }: ComparedPlace): string | null =>
  key === undefined ? addressKey(address) : key

/** What two sets of places say together. */
export type Nearness = {
  /** Metres between their nearest points; null when one has none. */
  metres: number | null
  sameAddress: boolean
  sameCommune: boolean
  /** Both say where they are, and it is not the same place. */
  apart: boolean
  /** Their addresses name two streets, wherever the points are: a file may place many at the middle of a commune. */
  otherStreet: boolean
}

/** What tells a street from another. */
const streetWords = (key: string): string[] =>
  key.split(' ').filter((word) => !STREETS.has(word) && !/^\d+$/.test(word))

const isSameCommune = (one: ComparedPlace, other: ComparedPlace): boolean =>
  one.communeCode !== null && other.communeCode !== null
    ? one.communeCode === other.communeCode
    : one.postcode !== null && one.postcode === other.postcode

/** Two places are one within this distance, whatever their addresses say: geocoders differ by as much. */
export const SAME_SPOT = 50
/** Beyond this distance two addresses are two sites. */
const OTHER_SITE = 300

/** Looks at every pair of places, of which an actor has few. */
export function nearnessOf(ones: readonly ComparedPlace[], others: readonly ComparedPlace[]): Nearness {
  let metres: number | null = null
  let sameAddress = false
  let sameCommune = false
  let addressed = false
  let sameStreet = false
  for (const one of ones)
    for (const other of others) {
      if (one.point && other.point) {
        const found = metresBetween(one.point.coordinates, other.point.coordinates)
        if (metres === null || found < metres) metres = found
      }
      if (!isSameCommune(one, other)) continue
      sameCommune = true
      const [here, there] = [keyOf(one), keyOf(other)]
      if (!here || !there) continue
      addressed = true
      const words = streetWords(there)
      if (streetWords(here).some((word) => words.includes(word))) sameStreet = true
      // An address without a number is a street.
      if (here === there && /^\d/.test(here)) sameAddress = true
    }
  const apart = !sameAddress && (metres === null ? addressed : metres > OTHER_SITE)
  return { metres, sameAddress, sameCommune, apart, otherStreet: addressed && !sameStreet }
}
