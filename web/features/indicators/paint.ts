import { classBreaks, classOf } from '#api/domain/class-breaks'
import type { ClassMethod } from '#contract/grid'
import type { ValueStatus, ZoneValue } from '#contract/indicators'
import type { HatchName } from '#web/map/hatches.ts'
import type { Paint, ZonePaint } from '#web/map/layers/words.ts'

/** What a status looks like; `observed` and `rounded` are only a value. */
export const HATCH_OF: Partial<Record<ValueStatus, HatchName>> = {
  imputed: 'imputed',
  secret: 'secret',
  withheld: 'withheld',
  unavailable: 'unavailable',
  absent: 'absent',
}
const HATCHED = ['imputed', 'secret', 'withheld', 'unavailable', 'absent'] as const satisfies ValueStatus[]

export type Classing =
  | { method: ClassMethod; classes: number }
  | { method: 'manual'; bounds: readonly number[] }

export const valuesOf = (zones: readonly ZoneValue[]): number[] =>
  zones.flatMap(({ value }) => (value === null ? [] : [value]))

export const breaksOf = (values: readonly number[], classing: Classing): number[] =>
  classing.method === 'manual'
    ? [...new Set(classing.bounds)].sort((a, b) => a - b)
    : classBreaks(values, classing.method, classing.classes)

const lookOf = ({ value, status }: ZoneValue, classIn: (value: number) => number): ZonePaint => {
  const hatch = HATCH_OF[status]
  return { ...(value !== null && { class: classIn(value) }), ...(hatch && { hatch }) }
}

/** Shades of a ratio or a quantile: the class of each value, and the hatch of what has none. */
export const shadesPaint = (zones: readonly ZoneValue[], breaks: readonly number[]): Paint =>
  Object.fromEntries(
    zones.flatMap((zone) =>
      zone.zoneId ? [[zone.zoneId, lookOf(zone, (value) => classOf(value, breaks))]] : [],
    ),
  )

/** Under circles only what has no value is painted. */
export const circlesPaint = (zones: readonly ZoneValue[]): Paint =>
  Object.fromEntries(
    zones.flatMap((zone) => {
      const hatch = HATCH_OF[zone.status]
      return zone.zoneId && hatch ? [[zone.zoneId, { hatch }]] : []
    }),
  )

/** How many zones have each status that is hatched, for the legend: only what is there is explained. */
export const statusesIn = (zones: readonly ZoneValue[]): ValueStatus[] =>
  HATCHED.filter((status) => zones.some((zone) => zone.status === status))

/**
 * Two figures at once: three classes of as many zones each, row by row; hatched where either has no value.
 * Zones are matched by their code.
 */
export function bivariatePaint(
  first: readonly ZoneValue[],
  second: readonly ZoneValue[],
): { paint: Paint; breaks: [number[], number[]] } {
  const breaks: [number[], number[]] = [
    classBreaks(valuesOf(first), 'quantile', 3),
    classBreaks(valuesOf(second), 'quantile', 3),
  ]
  const others = new Map(second.map((zone) => [zone.code, zone]))
  const paint = first.flatMap((zone): [string, ZonePaint][] => {
    if (!zone.zoneId) return []
    const other = others.get(zone.code)
    if (zone.value === null) return [[zone.zoneId, { hatch: HATCH_OF[zone.status] ?? 'absent' }]]
    if (!other || other.value === null)
      return [[zone.zoneId, { hatch: (other && HATCH_OF[other.status]) ?? 'absent' }]]
    return [[zone.zoneId, { class: classOf(other.value, breaks[1]) * 3 + classOf(zone.value, breaks[0]) }]]
  })
  return { paint: Object.fromEntries(paint), breaks }
}
