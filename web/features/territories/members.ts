import type { Zone } from '#contract/zones'

/** A commune or an EPCI that a territory is made of. */
export type Member = Pick<Zone, 'level' | 'code' | 'name' | 'population' | 'communes' | 'postcodes'>

export const codesOf = (members: readonly Member[], level: 'commune' | 'epci'): string[] =>
  members.filter((member) => member.level === level).map(({ code }) => code)

/** Adds a member once; a commune and an EPCI may have the same name, never the same level and code. */
export const withMember = (members: readonly Member[], added: Member): Member[] =>
  members.some(({ level, code }) => level === added.level && code === added.code)
    ? [...members]
    : [...members, added]

/**
 * Inhabitants of all of them together, null when one of them is not known. A commune that one of the EPCI
 * already holds is counted once.
 */
export function populationOf(members: readonly Member[]): number | null {
  const held = new Set(members.filter(({ level }) => level === 'epci').flatMap(({ communes }) => communes))
  const counted = members.filter(({ level, code }) => level === 'epci' || !held.has(code))
  if (counted.some(({ population }) => population === null)) return null
  return counted.reduce((sum, { population }) => sum + (population ?? 0), 0)
}
