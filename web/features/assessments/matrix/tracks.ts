import type { Station } from '../levels.ts'
import type { Places } from './places.ts'

const AXIS = 28
const LANE = 34
const GAP = 2
const PADDING = 10
const MIDDLE = 1.5

/**
 * Where everything of the plane stands in its grid. Rows from top: a band above, needs from high to low, a band below;
 * columns from left: names of the needs, possibilities from low to high.
 * @param width of the plane, in CSS pixels
 */
export function linesOf({ need, possibility }: Places['tracks'], width: number) {
  const needs = need.toReversed()
  const size = (track: number, whole: string, half: string) => (Number.isInteger(track) ? whole : half)
  const lanes = possibility.filter((track) => !Number.isInteger(track)).length
  const after = (tracks: readonly number[], level: number) => tracks.indexOf(level) + 2
  const middle = {
    low: possibility.findIndex((track) => track > 1) + 1,
    high: possibility.indexOf(2) + 1,
  }
  return {
    template: {
      gridTemplateColumns: `${AXIS}px ${possibility
        .map((track) => size(track, 'minmax(0, 1fr)', `${LANE}px`))
        .join(' ')}`,
      gridTemplateRows: `auto ${needs
        .map((track) => size(track, 'minmax(var(--cell), auto)', 'minmax(2.75rem, auto)'))
        .join(' ')} auto`,
    },
    stations: needs.flatMap((level) =>
      possibility.map((other): Station => ({ need: level, possibility: other })),
    ),
    row: (level: number) => after(needs, level),
    column: (level: number) => after(possibility, level),
    /** The columns of the low or the high possibilities, counted without the names of the needs. */
    half: (side: 'left' | 'right') => (side === 'left' ? `1 / ${middle.low}` : `${middle.high} / -1`),
    /** Where a line parts high from low: where no lane does. */
    middles: [
      ...(possibility.includes(MIDDLE)
        ? []
        : [
            {
              axis: 'possibility',
              area: { gridRow: `2 / ${needs.length + 2}`, gridColumn: after(possibility, 2) },
            },
          ]),
      ...(need.includes(MIDDLE)
        ? []
        : [{ axis: 'need', area: { gridRow: after(needs, 1), gridColumn: '2 / -1' } }]),
    ],
    laneWidth: LANE,
    cellWidth: (width - AXIS - lanes * LANE - (possibility.length + 1) * GAP) / 4 - PADDING,
  }
}
export type Lines = ReturnType<typeof linesOf>
