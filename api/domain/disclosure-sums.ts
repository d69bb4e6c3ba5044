import { isDisclosive, MIN_HOUSEHOLDS } from './disclosure.ts'
import { type Cell, cellKey, type MaskedZone, zoneKey } from './disclosure-cells.ts'
import { IDENTITIES } from './figure-identities.ts'
import { addsUp } from './figures.ts'
import { describeIndicator } from './indicators.ts'

/** A cell that is the sum of others. */
export type Sum = { total: Cell; parts: Cell[] }

type Wanted = { total: Cell; parts: Cell[]; open: boolean; protectsRest: boolean }

/** How far a sum may be from its parts for having been rounded, to 5 or to a whole number. */
const slackOf = (cells: readonly Cell[]): number =>
  cells.reduce((slack, { rounded }) => slack + (rounded ? 2.5 : 0.5), 0)

const mayAddUp = (figure: string): boolean => addsUp(figure) || describeIndicator(figure).kind === 'count'

function* identitiesOf(zones: readonly MaskedZone[], cells: ReadonlyMap<string, Cell>): Generator<Wanted> {
  for (const { level, code, figures } of zones) {
    for (const { total, parts, open } of IDENTITIES) {
      const known = parts.filter((part) => part in figures)
      if (!(total in figures) || known.length === 0) continue
      yield {
        total: cells.get(cellKey(level, code, total))!,
        parts: known.map((part) => cells.get(cellKey(level, code, part))!),
        open: open || known.length < parts.length,
        protectsRest: true,
      }
    }
  }
}

function* placesOf(zones: readonly MaskedZone[], cells: ReadonlyMap<string, Cell>): Generator<Wanted> {
  const inside = new Map<string, MaskedZone[]>()
  for (const zone of zones) {
    for (const larger of zone.larger) {
      // Zones of one level at a time: IRIS and communes of the same département are the same people twice.
      const group = `${zone.level} ${larger}`
      const known = inside.get(group)
      if (known) known.push(zone)
      else inside.set(group, [zone])
    }
  }
  const byKey = new Map(zones.map((zone) => [zoneKey(zone.level, zone.code), zone]))
  for (const [group, members] of inside) {
    const whole = byKey.get(group.slice(group.indexOf(' ') + 1))
    for (const figure of Object.keys(whole?.figures ?? {}).filter(mayAddUp)) {
      const parts = members.flatMap(({ level, code }) => cells.get(cellKey(level, code, figure)) ?? [])
      if (parts.length === 0) continue
      const total = cells.get(cellKey(whole!.level, whole!.code, figure))!
      yield { total, parts, open: false, protectsRest: false }
    }
  }
}

/** Two exploitations of the census count the same homes and households, with weights of their own. */
const SAME_WITHIN = 0.05

/**
 * What nobody says but everybody can work out from a sum and its parts; null when there is nothing left, undefined when they
 * contradict each other.
 */
function restOf({ total, parts, open, protectsRest }: Wanted): Cell | null | undefined {
  const left = total.value! - parts.reduce((sum, { value }) => sum + value!, 0)
  if (protectsRest && !open && parts.length === 1)
    return Math.abs(left) <= Math.max(1, SAME_WITHIN * total.value!) ? null : undefined
  const slack = open ? 1e-6 : slackOf([total, ...parts])
  if (left < -slack) return undefined
  if (!open && left <= slack) return null
  const value = Math.max(0, left)
  const width = protectsRest && isDisclosive(value) ? MIN_HOUSEHOLDS : 0
  return { key: null, value, rounded: false, hidden: true, width }
}

/** Numbers that are not known are taken to share what their sum leaves, so that every sum holds. */
function suppose({ total, parts }: Wanted): void {
  const unknown = parts.filter(({ value }) => value === null)
  const known = parts.reduce((sum, { value }) => sum + (value ?? 0), 0)
  total.value ??= known
  for (const part of unknown) part.value = Math.max(0, total.value - known) / unknown.length
}

/**
 * By which sums the cells hold together: the identities of each zone, and the zones of a larger one whose total is known.
 * Sums that the figures contradict by more than their rounding are none. Gives numbers that are not known a supposed value.
 */
export function sumsAmong(zones: readonly MaskedZone[], cells: ReadonlyMap<string, Cell>): Sum[] {
  const sums: Sum[] = []
  for (const wanted of [...identitiesOf(zones, cells), ...placesOf(zones, cells)]) {
    suppose(wanted)
    const rest = restOf(wanted)
    if (rest === undefined) continue
    sums.push({ total: wanted.total, parts: rest === null ? wanted.parts : [...wanted.parts, rest] })
  }
  return sums
}
