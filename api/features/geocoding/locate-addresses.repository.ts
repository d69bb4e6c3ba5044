import { likeKeys } from '#api/domain/address-likeness'
import { type AddressCandidate, decide, type KnownAddress, onStreet } from '#api/domain/address-match'
import type { Queries } from '#db/client'
import { findAddresses, findStreetKeys, type Street } from './addresses.repository.ts'
import { readWanted, type SearchedAddress, type WantedAddress } from './wanted-addresses.repository.ts'

/** `found` is sure; without it a person chooses among `candidates`, or places by hand. */
export type LocatedAddress = { found: AddressCandidate | null; candidates: AddressCandidate[] }

type Likely = Street & { likeness: number }

/** Takes what is found below what is sure: a mistake where several communes are possible, a commune that is doubtful. */
const UNSURE = 0.8
/** Streets of one commune that are looked at for one writing. */
const MOST = 4

const streetId = ({ communeCode, key }: Street): string => `${communeCode} ${key}`

/** The addresses of some streets, street by street. */
async function readStreets(tx: Queries, workspaceId: string, streets: readonly Street[]) {
  const wanted = [...new Map(streets.map((street) => [streetId(street), street])).values()]
  const known = wanted.length > 0 ? await findAddresses(tx, workspaceId, wanted) : []
  return Map.groupBy(known, ({ communeCode, streetKey }) => streetId({ communeCode, key: streetKey }))
}
type Streets = Awaited<ReturnType<typeof readStreets>>

/** Those of the postcode, where some are. */
function ofPostcode(known: readonly KnownAddress[], postcode: string | null): readonly KnownAddress[] {
  const same = known.filter((address) => address.postcode === postcode)
  return same.length > 0 ? same : known
}

function tryStreets(
  { codes, postcode, isOne, isDoubtful, parsed }: SearchedAddress,
  streets: Streets,
  likelyOf: (code: string, key: string) => Likely[],
): LocatedAddress {
  const all: AddressCandidate[] = []
  // A numbered street that is not found is not replaced by the hamlet or the residence named beside it.
  const isNumbered = parsed.ways[0]?.number !== ''
  for (const [at, { number, key }] of parsed.ways.entries()) {
    const isBeside = at > 0 && isNumbered && number === ''
    const candidates = codes
      .flatMap((code) => likelyOf(code, key))
      .flatMap(({ likeness, ...street }) => {
        const known = streets.get(streetId(street))
        const doubt = isDoubtful || isBeside || (likeness < 1 && !isOne) ? UNSURE : 1
        return known ? onStreet(ofPostcode(known, postcode), number, likeness * doubt) : []
      })
    const { found } = decide(candidates)
    if (found) return { found, candidates: [] }
    all.push(...candidates)
  }
  return { found: null, candidates: decide(all).candidates }
}

const exactly = (code: string, key: string): Likely[] => [{ communeCode: code, key, likeness: 1 }]

/**
 * Looks for addresses among those of the BAN that the workspace holds: by commune, then street, then number. At most six
 * statements, however many addresses.
 *
 * @returns by `key`; every address that was asked is in it, and what was not found has no candidates
 */
export const locateAddresses = async (
  tx: Queries,
  workspaceId: string,
  wanted: readonly WantedAddress[],
): Promise<Map<string, LocatedAddress>> => locateSearched(tx, workspaceId, await readWanted(tx, wanted))

/** The same, of addresses that were read. */
export async function locateSearched(
  tx: Queries,
  workspaceId: string,
  searched: readonly SearchedAddress[],
): Promise<Map<string, LocatedAddress>> {
  const waysOf = ({ codes, parsed }: SearchedAddress) =>
    codes.flatMap((communeCode) => parsed.ways.map(({ key }) => ({ communeCode, key })))
  const exact = await readStreets(tx, workspaceId, searched.flatMap(waysOf))
  const located = new Map(searched.map((one) => [one.key, tryStreets(one, exact, exactly)]))

  const unsure = searched.filter(({ key }) => !located.get(key)?.found)
  const codes = [...new Set(unsure.flatMap((one) => (one.parsed.ways.length > 0 ? one.codes : [])))]
  if (codes.length === 0) return located
  const keys = Map.groupBy(await findStreetKeys(tx, workspaceId, codes), ({ communeCode }) => communeCode)
  const finders = new Map([...keys].map(([code, streets]) => [code, likeKeys(streets.map(({ key }) => key))]))
  const remembered = new Map<string, Likely[]>()
  const likelyOf = (communeCode: string, key: string): Likely[] => {
    const id = streetId({ communeCode, key })
    const known = remembered.get(id)
    if (known) return known
    const found = finders.get(communeCode)?.(key, MOST) ?? []
    const likely = found.map((like) => ({ communeCode, ...like }))
    remembered.set(id, likely)
    return likely
  }
  const likely = unsure.flatMap(waysOf).flatMap(({ communeCode, key }) => likelyOf(communeCode, key))
  const streets = await readStreets(tx, workspaceId, likely)
  for (const one of unsure) located.set(one.key, tryStreets(one, streets, likelyOf))
  return located
}
