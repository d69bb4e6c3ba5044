import { ADDRESS_MATCHES } from '#contract/geocoding'
import { addressNumber, splitAddress, streetKey } from './address-key.ts'
import { likeness } from './address-likeness.ts'
import { type AddressCandidate, SURE } from './address-match.ts'
import { leadsInside, type ParsedAddress } from './address-parse.ts'

/** What leaves the server for the national service: a way, and where to look for it. Never a name nor a complement. */
export type SentAddress = { address: string; postcode: string; communeCode: string }

/**
 * What may be asked of an address; null when it holds no way, or nothing tells its commune.
 *
 * @param codes of the communes where it may be: only one is said
 */
export function sentOf(
  { ways }: ParsedAddress,
  postcode: string | null,
  codes: readonly string[],
): SentAddress | null {
  const [way] = ways
  const communeCode = codes.length === 1 ? codes[0]! : ''
  if (!way || leadsInside(way.street) || (communeCode === '' && postcode === null)) return null
  return { address: `${way.number} ${way.street}`.trim(), postcode: postcode ?? '', communeCode }
}

/** One answer of the service, as it was understood. */
export type ServiceAnswer = {
  label: string
  /** The number and the street, without the town. */
  name: string
  type: string
  score: number
  communeCode: string
  lng: number
  lat: number
}

/** The service's own score from which its answer is believed, when what it answers is also what was written. */
const BELIEVED = 0.7
/** What an answer that was not believed is worth. */
const DOUBT = 0.8

/**
 * What an answer is worth. It is sure only when the number, the street and the commune are those that were asked, whatever
 * the service thinks of it. A municipality is no place: null.
 */
export function judgeAnswer(
  { ways }: ParsedAddress,
  sent: SentAddress,
  { label, name, type, score, communeCode, lng, lat }: ServiceAnswer,
): AddressCandidate | null {
  const match = ADDRESS_MATCHES.find((known) => known === type)
  const [way] = ways
  if (!match || !way) return null
  const answered = splitAddress(name)
  const alike = likeness(way.key, streetKey(answered.street))
  const isThere = sent.communeCode === '' || communeCode === sent.communeCode
  const isSame = addressNumber(answered.number) === way.number
  const isExact =
    way.number === '' ? match === 'locality' : match === 'housenumber' || match === 'interpolation'
  const isSure = isThere && isSame && isExact && score >= BELIEVED && alike >= SURE
  return {
    label,
    point: { type: 'Point', coordinates: [lng, lat] },
    match,
    score: Math.round((isSure ? Math.max(score, SURE) : Math.min(score, DOUBT)) * 100) / 100,
  }
}
