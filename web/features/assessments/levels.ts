import type { Position } from '#api/domain/assessment'
import { type AssessmentMark, LEVELS, type Level } from '#contract/assessments'

/** A cell of the plane: one level of each. */
export type Cell = { need: Level; possibility: Level }

/** What somebody says of each; null: no opinion. */
export type Levels = { need: Level | null; possibility: Level | null }

/** Where a card stands: two medians, in halves. */
export type Station = { need: number; possibility: number }

/** From where to where a level reaches on the screen, in CSS pixels, for each level from 0 to 3. */
export type Plane = {
  possibility: readonly (readonly [number, number])[]
  need: readonly (readonly [number, number])[]
}

const distance = (at: number, [from, to]: readonly [number, number]): number =>
  at < from ? from - at : at > to ? at - to : 0

/** The level whose stretch holds a coordinate or lies nearest to it. */
function nearest(at: number, stretches: Plane['need']): Level {
  const distances = stretches.map((stretch) => distance(at, stretch))
  return LEVELS[distances.indexOf(Math.min(...distances))] ?? 0
}

const SLACK = 24

function isOutside(at: number, stretches: Plane['need']): boolean {
  const edges = stretches.flat()
  return at < Math.min(...edges) - SLACK || at > Math.max(...edges) + SLACK
}

/** The cell under a point: between two levels, the nearer one; null beyond 24 px from the plane. */
export function cellAt({ x, y }: { x: number; y: number }, plane: Plane): Cell | null {
  if (isOutside(x, plane.possibility) || isOutside(y, plane.need)) return null
  return { need: nearest(y, plane.need), possibility: nearest(x, plane.possibility) }
}

const within = (level: number): Level => LEVELS[Math.max(0, Math.min(3, level))] ?? 0

const STEPS: Record<string, readonly [keyof Cell, number]> = {
  ArrowUp: ['need', 1],
  ArrowDown: ['need', -1],
  ArrowRight: ['possibility', 1],
  ArrowLeft: ['possibility', -1],
}

/** The cell one step further in the direction of an arrow key; undefined for another key. */
export function stepFrom(cell: Cell, key: string): Cell | undefined {
  const step = STEPS[key]
  return step && { ...cell, [step[0]]: within(cell[step[0]] + step[1]) }
}

/** Where an actor stands on the plane; null as long as one of the two is not judged. */
export const stationOf = (position: Position | undefined): Station | null =>
  position && position.need !== null && position.possibility !== null
    ? { need: position.need, possibility: position.possibility }
    : null

/** Both levels of a judgement; null when it says one only. */
export const cellOf = ({ need, possibility }: Pick<AssessmentMark, 'need' | 'possibility'>): Cell | null =>
  need !== null && possibility !== null ? { need, possibility } : null

/** The levels of one axis and, between them, the halves on which some card stands; from low to high. */
export function tracksOf(values: readonly number[]): number[] {
  const halves = values.filter((value) => !Number.isInteger(value))
  return [...new Set([...LEVELS, ...halves])].sort((a, b) => a - b)
}

/** How the actors of a place are drawn: cards with names, names on one line, symbols only, or how many of each family. */
export type Look = 'names' | 'lines' | 'symbols' | 'counts'

const COLUMN = { name: 112, symbol: 30 }
/** How many a column holds before all of a place are drawn smaller. */
const HOLDS = { names: 3, lines: 8, symbols: 6 }

/** How the actors of a place are drawn, by its width in CSS pixels: 40 actors are read by name, 2,000 are counted. */
export function lookOf(count: number, width: number): Look {
  const columns = Math.floor(width / COLUMN.name)
  if (count <= columns * HOLDS.names) return 'names'
  if (count <= columns * HOLDS.lines) return 'lines'
  return count <= Math.max(1, Math.floor(width / COLUMN.symbol)) * HOLDS.symbols ? 'symbols' : 'counts'
}
