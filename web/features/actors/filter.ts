import { ActorFilter, actorExportPath, type EXPORT_FORMATS } from '#contract/actors'
import { tilePath } from '#contract/tiles'
import { toAddress, toSearch } from '#web/http/address.ts'
import type { Filter } from './actors.queries.ts'

/** The filters a person sees as chips, in this order. Where one looks (`territory`, `bbox`) is not one of them. */
const CHIP_KEYS = [
  'q',
  'family',
  'type',
  'kind',
  'public',
  'approach',
  'commune',
  'freshness',
  'openNow',
  'openAt',
] as const satisfies (keyof ActorFilter)[]
export type ChipKey = (typeof CHIP_KEYS)[number]
export type Chip = { key: ChipKey; value: string }

const isSet = (value: unknown) =>
  value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)

/** A filter without what restricts nothing, so that equal filters have equal keys and addresses. */
export const tidy = <T extends object>(filter: T): T =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => isSet(value))) as T

/** One chip for each value that restricts. */
export const chipsOf = (filter: Filter): Chip[] =>
  CHIP_KEYS.flatMap((key) => {
    const value = filter[key]
    if (!isSet(value)) return []
    return (Array.isArray(value) ? value : [value]).map((one) => ({ key, value: String(one) }))
  })

/** The filter without one of its values, the others kept. */
export function without(filter: Filter, { key, value }: Chip): Filter {
  const current = filter[key]
  const rest = Array.isArray(current) ? current.filter((one) => one !== value) : undefined
  return tidy({ ...filter, [key]: rest })
}

/** The filter with a value of a list added, or removed when it is there. */
export function toggle(filter: Filter, key: ChipKey, value: string): Filter {
  const current = (filter[key] ?? []) as string[]
  const next = current.includes(value) ? current.filter((one) => one !== value) : [...current, value]
  return tidy({ ...filter, [key]: next })
}

/** Everything a person chose is forgotten; where one looks stays. */
export const clear = (filter: Filter): Filter =>
  tidy({ ...filter, ...Object.fromEntries(CHIP_KEYS.map((key) => [key, undefined])) })

/** What to write in the address for a new filter: keys that went away are taken away. */
export const replaceFilter = (
  before: Filter,
  after: Filter,
): { [K in keyof Filter]: Filter[K] | undefined } => ({
  ...Object.fromEntries(Object.keys(before).map((key) => [key, undefined])),
  ...after,
})

/** The filter as the query string of tiles and exports, `?family=A,B`: keys of the contract only, in its order. */
const filterSearch = (filter: Filter, more: Record<string, unknown> = {}): string =>
  toSearch({
    ...Object.fromEntries(Object.keys(ActorFilter.shape).map((key) => [key, filter[key as keyof Filter]])),
    ...more,
  })

/**
 * Address of the tiles of a filter, with {z}/{x}/{y} for the map to fill.
 * @param revision changes with what is stored, so that no tile shows what has been edited since
 */
export function tilesUrl(origin: string, filter: Filter, revision: number): string {
  const path = tilePath.replace(':layer', 'actors').replace(/:([zxy])/g, '{$1}')
  return origin + path + filterSearch({ ...filter, bbox: undefined }, { v: revision || undefined })
}

/** Address of the whole filtered result as a file. */
export const exportUrl = (filter: Filter, format: (typeof EXPORT_FORMATS)[number]): string =>
  toAddress(actorExportPath, { format }) + filterSearch(filter)
