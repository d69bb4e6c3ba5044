import { codesOf } from '#api/domain/address-districts'
import { communeKey, type ParsedAddress, parseAddress } from '#api/domain/address-parse'
import type { Queries } from '#db/client'
import { findCommunes, findSuccessors, type KnownCommune } from './addresses.repository.ts'

/** An address to look for; `key` is the caller's own. */
export type WantedAddress = {
  key: string
  address: string | null
  postcode: string | null
  communeCode: string | null
  communeName: string | null
}

/** An address that was read, and where to look for it. */
export type SearchedAddress = {
  key: string
  parsed: ParsedAddress
  /** Codes of the communes where it may be; none when nothing tells. */
  codes: string[]
  postcode: string | null
  /** The address says its commune: mistakes in the street may be forgiven. */
  isOne: boolean
  /** The commune that is named is not one of its postcode. */
  isDoubtful: boolean
}

type Read = Omit<SearchedAddress, 'codes' | 'isOne' | 'isDoubtful'> & {
  communeCode: string | null
  communeKey: string | null
}

function read({ key, address, postcode, communeCode, communeName }: WantedAddress): Read {
  const parsed = parseAddress(address ?? '')
  const name = communeName ?? parsed.communeName
  return {
    key,
    parsed,
    postcode: postcode ?? parsed.postcode,
    communeCode,
    communeKey: name === null ? null : communeKey(name),
  }
}

/** The communes that a postcode and a name tell together, or the one of them that is there. */
function communesOf({ postcode, communeKey: wanted }: Read, known: readonly KnownCommune[]) {
  const byPostcode = postcode === null ? known : known.filter(({ postcodes }) => postcodes.includes(postcode))
  const named = wanted === null ? [] : byPostcode.filter(({ name }) => communeKey(name) === wanted)
  if (named.length > 0) return { found: named, isDoubtful: false }
  // A CEDEX postcode is of no commune: the name alone tells, unless several bear it.
  const anywhere = wanted === null ? [] : known.filter(({ name }) => communeKey(name) === wanted)
  if (postcode === null || byPostcode.length === 0) {
    const near = anywhere.filter(({ code }) => postcode === null || code.slice(0, 2) === postcode.slice(0, 2))
    return { found: near, isDoubtful: false }
  }
  return { found: byPostcode, isDoubtful: wanted !== null }
}

/** Reads addresses and finds where each is to be looked for: by its code, else its postcode and name. Three statements. */
export async function readWanted(tx: Queries, list: readonly WantedAddress[]): Promise<SearchedAddress[]> {
  const all = list.map(read)
  const uncoded = all.filter(({ communeCode }) => communeCode === null)
  const postcodes = [...new Set(uncoded.flatMap(({ postcode }) => postcode ?? []))]
  const byPostcode = postcodes.length > 0 ? await findCommunes(tx, postcodes, []) : []
  // Names are looked for only where the postcode does not tell: it reads every commune.
  const untold = uncoded.filter(
    (one) => !communesOf(one, byPostcode).found.some(({ name }) => communeKey(name) === one.communeKey),
  )
  const names = [...new Set(untold.flatMap((one) => one.communeKey ?? []))]
  const known = [...byPostcode, ...(names.length > 0 ? await findCommunes(tx, [], names) : [])]
  const located = all.map((one) => {
    const { found, isDoubtful } =
      one.communeCode === null
        ? communesOf(one, known)
        : { found: [{ code: one.communeCode }], isDoubtful: false }
    return { ...one, own: found.map(({ code }) => code), isOne: found.length === 1, isDoubtful }
  })
  const codes = [...new Set(located.flatMap(({ own }) => own))]
  const successors = new Map<string, string[]>()
  for (const { from, to } of codes.length > 0 ? await findSuccessors(tx, codes) : [])
    successors.set(from, [...(successors.get(from) ?? []), to])
  return located.map(({ key, parsed, postcode, own, isOne, isDoubtful }) => ({
    key,
    parsed,
    postcode,
    isOne,
    isDoubtful,
    codes: [
      ...new Set(
        own
          .flatMap((code) => [code, ...(successors.get(code) ?? [])])
          .flatMap((code) => codesOf(code, postcode)),
      ),
    ],
  }))
}
