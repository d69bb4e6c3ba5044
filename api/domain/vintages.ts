import type { FigureStatus } from '#contract/figures'
import type { MOVEMENT_KINDS } from '#contract/zones'
import { addsUp } from './figures.ts'

export type Movement = {
  codeFrom: string
  codeTo: string
  /** The day from which the new code holds: `2019-01-01`. */
  effectiveOn: string
  kind: (typeof MOVEMENT_KINDS)[number]
}

/**
 * What became of codes that belong together: all of `from` is all of `to`, and no smaller part can be told apart.
 * `exchange`: several became several others.
 */
export type Passage = {
  from: string[]
  to: string[]
  kind: 'same' | 'renumber' | 'merge' | 'split' | 'exchange'
}

/** The same movements seen from the later year: a merge is then a split. */
const backwards = (movements: readonly Movement[]): Movement[] =>
  movements.map(({ codeFrom, codeTo, effectiveOn, kind }) => ({
    codeFrom: codeTo,
    codeTo: codeFrom,
    effectiveOn,
    kind: kind === 'merge' ? 'split' : kind === 'split' ? 'merge' : kind,
  }))

/** Movements by day, in the order in which they are to be applied. */
function byDay(movements: readonly Movement[], from: string, to: string): Movement[][] {
  const later = from <= to
  const [first, last] = later ? [from, to] : [to, from]
  const inside = movements.filter(
    ({ effectiveOn, kind }) =>
      kind !== 'rename' && effectiveOn > `${first}-01-01` && effectiveOn <= `${last}-01-01`,
  )
  const days = Map.groupBy(later ? inside : backwards(inside), ({ effectiveOn }) => effectiveOn)
  return [...days].toSorted(([a], [b]) => (a < b === later ? -1 : 1)).map(([, ofDay]) => ofDay)
}

/** Codes that were there at the start although nobody asked for them: a merge is only known with all its parts. */
function partners(days: readonly Movement[][]): string[] {
  const made = new Set<string>()
  const found = new Set<string>()
  for (const day of days) {
    for (const { codeFrom } of day) if (!made.has(codeFrom)) found.add(codeFrom)
    for (const { codeTo } of day) made.add(codeTo)
  }
  return [...found]
}

/**
 * The successors of each code of one year in another, through the movements in between; a year begins on 1 January,
 * as the official geographic code does. Going back in time is the same with the movements turned round.
 *
 * @param codes of the year `from`; codes that moved with them are answered too, for a merge needs all its parts
 * @param from four digits
 */
export function carryForward(
  codes: Iterable<string>,
  movements: readonly Movement[],
  from: string,
  to: string,
): Map<string, string[]> {
  const days = byDay(movements, from, to)
  const now = new Map([...codes, ...partners(days)].map((code) => [code, new Set([code])]))
  // Which starting codes live under a code at this moment.
  const origins = new Map([...now.keys()].map((code) => [code, new Set([code])]))
  for (const day of days) {
    const next = Map.groupBy(day, ({ codeFrom }) => codeFrom)
    const moved = [...next].map(([code, ways]) => [code, ways, [...(origins.get(code) ?? [])]] as const)
    for (const [code, , starts] of moved) for (const start of starts) now.get(start)?.delete(code)
    for (const [code] of moved) origins.delete(code)
    for (const [, ways, starts] of moved) {
      for (const { codeTo } of ways) {
        const living = origins.get(codeTo) ?? new Set()
        for (const start of starts) {
          now.get(start)?.add(codeTo)
          living.add(start)
        }
        origins.set(codeTo, living)
      }
    }
  }
  return new Map([...now].map(([code, successors]) => [code, [...successors].toSorted()]))
}

const kindOf = (from: string[], to: string[]): Passage['kind'] => {
  if (from.length > 1) return to.length > 1 ? 'exchange' : 'merge'
  if (to.length > 1) return 'split'
  return from[0] === to[0] ? 'same' : 'renumber'
}

/** Successors as groups of codes that belong together: what can be said of figures is said of a group. */
export function passagesOf(successors: ReadonlyMap<string, readonly string[]>): Passage[] {
  const origins = new Map<string, string[]>()
  for (const [code, next] of successors)
    for (const to of next) origins.set(to, [...(origins.get(to) ?? []), code])
  const seen = new Set<string>()
  const groupOf = (start: string): Passage => {
    const from = new Set([start])
    const to = new Set<string>()
    for (const code of from) {
      for (const next of successors.get(code) ?? []) {
        to.add(next)
        for (const origin of origins.get(next) ?? []) from.add(origin)
      }
    }
    for (const code of from) seen.add(code)
    const [before, after] = [[...from].toSorted(), [...to].toSorted()]
    return { from: before, to: after, kind: kindOf(before, after) }
  }
  const groups: Passage[] = []
  for (const code of successors.keys()) if (!seen.has(code)) groups.push(groupOf(code))
  return groups
}

export type CarriedFigure = {
  value: number | null
  status: FigureStatus
  /** Why a figure that was there cannot be carried. */
  reason: 'does_not_add_up' | 'part_missing' | null
}

export type ZoneFigures = {
  figures: Readonly<Record<string, number | null>>
  statuses: Readonly<Record<string, FigureStatus>>
}

/** What is said of a sum, the least certain part first. */
export const WORST: readonly FigureStatus[] = [
  'secret',
  'unavailable',
  'absent',
  'imputed',
  'rounded',
  'observed',
]

/**
 * The figures of a passage. One zone that became one or several: its figures, which belong to all of `to` together;
 * nothing is shared out. Several that became one: counts and amounts add up if every part is known; medians and
 * rates of parts say nothing of the whole.
 */
export function carryFigures(
  { from }: Passage,
  known: (code: string) => ZoneFigures | undefined,
): Record<string, CarriedFigure> {
  const parts = from.map(known)
  const names = new Set(parts.flatMap((part) => Object.keys(part?.figures ?? {})))
  const statusOf = (part: ZoneFigures | undefined, name: string): FigureStatus =>
    part === undefined || !(name in part.figures) ? 'absent' : (part.statuses[name] ?? 'observed')
  const carry = (name: string): CarriedFigure => {
    const statuses = parts.map((part) => statusOf(part, name))
    if (parts.length === 1)
      return { value: parts[0]?.figures[name] ?? null, status: statuses[0]!, reason: null }
    if (!addsUp(name)) return { value: null, status: 'unavailable', reason: 'does_not_add_up' }
    const status = WORST.find((worst) => statuses.includes(worst))!
    const values = parts.map((part) => part?.figures[name] ?? null)
    if (values.some((value) => value === null)) return { value: null, status, reason: 'part_missing' }
    return { value: values.reduce<number>((sum, value) => sum + value!, 0), status, reason: null }
  }
  return Object.fromEntries([...names].map((name) => [name, carry(name)]))
}
