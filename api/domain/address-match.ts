import type { Unplaced } from '#contract/geocoding'
import { villagesOf } from './address-villages.ts'
import { metresBetween, type Position } from './metres.ts'

export type AddressCandidate = Unplaced['candidates'][number]

/** A known address; `number` is empty for the name of a place. */
export type KnownAddress = Position & {
  number: string
  street: string
  streetKey: string
  postcode: string | null
  communeCode: string
  communeName: string
}

/** From here on an address is found without anybody having to look. */
export const SURE = 0.85

/** Metres within which a street without a number is a place, and between two numbers for one to be put between them. */
const NEAR = 200
/** Metres apart from which two streets of one name, or two points of one number, are not the same. */
const APART = 300

/** What each way of being found leaves of certainty. */
const CERTAINTY = {
  housenumber: 1,
  repetition: 0.95,
  interpolation: 0.92,
  street: 0.9,
  locality: 0.92,
  wide: 0.7,
  /** One of several streets of that name. */
  several: 0.8,
}

const extentOf = (known: readonly KnownAddress[]): number => {
  const edge = (pick: (address: KnownAddress) => number) =>
    known.reduce((far, address) => (pick(address) > pick(far) ? address : far))
  if (known.length === 0) return 0
  const [west, east] = [edge(({ lng }) => -lng), edge(({ lng }) => lng)]
  const [south, north] = [edge(({ lat }) => -lat), edge(({ lat }) => lat)]
  return Math.max(metresBetween(west, east), metresBetween(south, north))
}

/** The known address nearest to the middle: on the street, where the middle itself may not be. */
function middleOf(known: readonly KnownAddress[]): KnownAddress {
  const mean = (pick: (address: KnownAddress) => number) =>
    known.reduce((sum, address) => sum + pick(address), 0) / known.length
  const middle = { ...known[0]!, lng: mean(({ lng }) => lng), lat: mean(({ lat }) => lat) }
  return known.reduce((best, address) =>
    metresBetween(address, middle) < metresBetween(best, middle) ? address : best,
  )
}

const labelOf = ({ street, postcode, communeName }: KnownAddress, number: string): string =>
  `${number ? `${number} ` : ''}${street}, ${[postcode, communeName].filter(Boolean).join(' ')}`

const candidate = (
  at: KnownAddress,
  match: AddressCandidate['match'],
  score: number,
  number: string,
): AddressCandidate => ({
  label: labelOf(at, number),
  point: { type: 'Point', coordinates: [at.lng, at.lat] },
  match,
  score: Math.round(score * 100) / 100,
})

const baseOf = (number: string): number => Number.parseInt(number, 10)

/** Between the nearest lower and higher number of the same side, when these are near each other. */
function between(known: readonly KnownAddress[], number: string): KnownAddress | undefined {
  const wanted = baseOf(number)
  const side = known
    .filter((address) => address.number !== '' && baseOf(address.number) % 2 === wanted % 2)
    .sort((one, other) => baseOf(one.number) - baseOf(other.number))
  const low = side.findLast((address) => baseOf(address.number) < wanted)
  const high = side.find((address) => baseOf(address.number) > wanted)
  if (!low || !high || metresBetween(low, high) > NEAR) return undefined
  const share = (wanted - baseOf(low.number)) / (baseOf(high.number) - baseOf(low.number))
  return { ...low, lng: low.lng + share * (high.lng - low.lng), lat: low.lat + share * (high.lat - low.lat) }
}

function onOneStreet(known: readonly KnownAddress[], number: string, likeness: number): AddressCandidate {
  const numbered = known.filter((address) => address.number !== '')
  const isName = numbered.length === 0
  if (number !== '') {
    const exact = numbered.filter((address) => address.number === number)
    if (exact.length > 0) {
      const isOne = extentOf(exact) < APART
      return candidate(
        exact[0]!,
        'housenumber',
        likeness * (isOne ? CERTAINTY.housenumber : CERTAINTY.wide),
        number,
      )
    }
    const same = numbered.filter((address) => baseOf(address.number) === baseOf(number))
    if (same.length > 0 && extentOf(same) < APART)
      return candidate(same[0]!, 'interpolation', likeness * CERTAINTY.repetition, number)
    const put = between(numbered, number)
    if (put) return candidate(put, 'interpolation', likeness * CERTAINTY.interpolation, number)
  }
  const middle = middleOf(known)
  const isSmall = number === '' && extentOf(known) <= NEAR
  if (isName)
    return candidate(middle, 'locality', likeness * (isSmall ? CERTAINTY.locality : CERTAINTY.wide), '')
  return candidate(middle, 'street', likeness * (isSmall ? CERTAINTY.street : CERTAINTY.wide), '')
}

/**
 * Where a number is on a street of one commune, once for each street that bears the name.
 *
 * @param known every known address of that name, at least one
 * @param number as the BAN writes it, empty for none
 * @param likeness of the name to what was written, from 0 to 1
 * @returns candidates with `score` = likeness × certainty; below {@link SURE} it is for a person to decide
 */
export function onStreet(
  known: readonly KnownAddress[],
  number: string,
  likeness: number,
): AddressCandidate[] {
  const villages = villagesOf(known)
  const certainty = villages.length > 1 ? CERTAINTY.several : 1
  return villages.map((village) => onOneStreet(village, number, likeness * certainty))
}

const positionOf = ({ point }: AddressCandidate): Position => {
  const [lng, lat] = point.coordinates
  return { lng, lat }
}

const farApart = (one: AddressCandidate, other: AddressCandidate): boolean =>
  metresBetween(positionOf(one), positionOf(other)) > APART

const MOST = 5

/**
 * What was found, and whether it is sure: one candidate above {@link SURE} that no other, as good and elsewhere, disputes.
 *
 * @returns `found` null when a person must choose among `candidates`, best first, five at most, one for each label
 */
export function decide(all: readonly AddressCandidate[]): {
  found: AddressCandidate | null
  candidates: AddressCandidate[]
} {
  const sorted = [...all].sort((one, other) => other.score - one.score || (one.label < other.label ? -1 : 1))
  const candidates = sorted.filter((one, at) => sorted.findIndex(({ label }) => label === one.label) === at)
  const best = sorted[0]
  if (!best || best.score < SURE) return { found: null, candidates: candidates.slice(0, MOST) }
  const rivals = sorted.filter(
    (other) => other.score >= SURE && other.score > best.score - 0.06 && farApart(best, other),
  )
  return { found: rivals.length === 0 ? best : null, candidates: candidates.slice(0, MOST) }
}
