import type { KnownAddress } from './address-match.ts'
import { metresBetween } from './metres.ts'

/** Metres without an address beyond which a street stops. */
const GAP = 800

/** Addresses that follow each other within {@link GAP}, group by group. */
function groupsOf(known: readonly KnownAddress[]): KnownAddress[][] {
  const left = new Set(known)
  const groups: KnownAddress[][] = []
  for (const first of known) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group)
      for (const other of left)
        if (metresBetween(member, other) <= GAP) {
          left.delete(other)
          group.push(other)
        }
    groups.push(group)
  }
  return groups
}

const rangeOf = (group: readonly KnownAddress[]): [number, number] => {
  const numbers = group.map(({ number }) => Number.parseInt(number, 10)).filter(Number.isFinite)
  return [Math.min(...numbers), Math.max(...numbers)]
}

/**
 * The streets of a commune that bear one name, as after communes have merged: groups of addresses far from each other whose
 * numbers begin anew. One long road goes on counting and stays one.
 */
export function villagesOf(known: readonly KnownAddress[]): (readonly KnownAddress[])[] {
  const groups = groupsOf(known)
  const ranges = groups.map(rangeOf).sort(([one], [other]) => one - other)
  const beginsAnew = ranges.some(
    ([low], at) => at > 0 && low <= Math.max(...ranges.slice(0, at).map(([, high]) => high)),
  )
  return beginsAnew ? groups : [known]
}
