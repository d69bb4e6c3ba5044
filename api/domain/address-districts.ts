/** Paris, Lyon and Marseille: the BAN is by district, other files by the whole; the postcode tells which. */
const CITIES = [
  { code: '75056', first: 75_101, count: 20, postcode: /^75[01](\d\d)$/ },
  { code: '69123', first: 69_381, count: 9, postcode: /^690(\d\d)$/ },
  { code: '13055', first: 13_201, count: 16, postcode: /^130(\d\d)$/ },
]

/** Codes under which the addresses of a commune may be: itself and, of a city with districts, one or all of them. */
export function codesOf(code: string, postcode: string | null): string[] {
  const city = CITIES.find((known) => known.code === code)
  if (!city) return [code]
  const rank = Number(postcode === null ? undefined : city.postcode.exec(postcode)?.[1])
  if (rank >= 1 && rank <= city.count) return [code, String(city.first + rank - 1)]
  return [code, ...Array.from({ length: city.count }, (_, at) => String(city.first + at))]
}
