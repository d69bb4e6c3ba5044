import { RINGS, type Ring } from '#api/domain/network-rings'
import { FAMILIES } from '#contract/nomenclature'

/** Where each ring begins and ends, in parts of the whole radius; the middle is the team's. */
export const BANDS: Record<Ring, readonly [number, number]> = {
  works_with: [0.16, 0.42],
  knows: [0.42, 0.64],
  heard_of: [0.64, 0.82],
  outside: [0.82, 1],
}
/** A sector that is left free at the top, where the rings have their names. Degrees. */
const GAP = 34
const SECTOR = (360 - GAP) / FAMILIES.length

/** From the top, clockwise, in degrees: where the sector of a family begins. */
const startOf = (family: number): number => GAP / 2 + family * SECTOR
export const middleOf = (family: number): number => startOf(family) + SECTOR / 2

export type Spot = { x: number; y: number }
/** A spot at an angle (degrees from the top, clockwise) and a distance from the middle. */
export function spotAt(angle: number, distance: number): Spot {
  const turn = ((angle - 90) * Math.PI) / 180
  return { x: distance * Math.cos(turn), y: distance * Math.sin(turn) }
}

/** How wide a seat is, in pixels. */
export const seatSize = (radius: number): number => Math.min(34, Math.max(11, radius * 0.085))

/**
 * Where the seats of one ring and family are, from the inside outwards, each row centred in its sector. When there is not
 * room for all, the last place is for their number: `hidden` of them are not shown.
 */
export function seatsIn(
  ring: Ring,
  family: number,
  count: number,
  radius: number,
): { spots: Spot[]; hidden: number } {
  const [inner, outer] = BANDS[ring]
  const size = seatSize(radius)
  const pitch = size * 1.08
  const depth = (outer - inner) * radius
  const rows = Math.max(1, Math.floor(depth / pitch))
  const places: Spot[][] = []
  for (let row = 0; row < rows; row++) {
    const distance = inner * radius + (depth / rows) * (row + 0.5)
    const length = (SECTOR * Math.PI * distance) / 180
    places.push(
      Array.from({ length: Math.max(1, Math.floor(length / pitch)) }, () => ({ x: distance, y: 0 })),
    )
  }
  const room = places.flat().length
  const shown = count > room ? room - 1 : count
  let left = Math.min(count, room)
  // Rows fill from the middle one, so that one seat alone sits in the middle of its cell.
  const order = [...places.keys()].sort((a, b) => Math.abs(a - (rows - 1) / 2) - Math.abs(b - (rows - 1) / 2))
  const spots: Spot[] = []
  for (const row of order) {
    const [first] = places[row]!
    const taken = Math.min(left, places[row]!.length)
    left -= taken
    const step = (pitch / first!.x) * (180 / Math.PI)
    for (let at = 0; at < taken; at++)
      spots.push(spotAt(middleOf(family) + (at - (taken - 1) / 2) * step, first!.x))
  }
  return { spots, hidden: count - shown }
}

/** The ring at a distance from the middle; what is farther than all of them is outside. */
export const ringAt = (distance: number, radius: number): Ring =>
  RINGS.find((ring) => distance < BANDS[ring][1] * radius) ?? 'outside'

/** The next ring inwards (−1) or outwards (1); the same at an end. */
export const ringBeside = (ring: Ring, step: -1 | 1): Ring => RINGS[RINGS.indexOf(ring) + step] ?? ring

/** The outline of one ring and family. */
export function cellPath(ring: Ring, family: number, radius: number): string {
  const [inner, outer] = BANDS[ring].map((part) => part * radius) as [number, number]
  const [from, to] = [startOf(family), startOf(family) + SECTOR]
  const at = (angle: number, distance: number) => {
    const { x, y } = spotAt(angle, distance)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  return `M${at(from, inner)}A${inner} ${inner} 0 0 1 ${at(to, inner)}L${at(to, outer)}A${outer} ${outer} 0 0 0 ${at(from, outer)}Z`
}

/** A text cut into lines of about so many letters, at its spaces. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
