import { v7 as newId } from 'uuid'
import { MIN_HOUSEHOLDS } from '#api/domain/disclosure'
import { disclosesGround, type GroundPiece } from '#api/domain/grid-disclosure'
import { GRID_RULES, gridValue } from '#api/domain/grid-indicators'
import { notFound } from '#api/http/problems'
import type { Area } from '#contract/geometry'
import { type AreaReading, GRID_INDICATORS } from '#contract/grid'
import type { WorkspaceTransaction } from '#db/workspace'
import { cellsWithin, groundOf, insertReading, lockGrid, sumArea } from './areas.repository.ts'
import { areaTooLarge, areaTooSmall, areaWouldDisclose, gridNotReady } from './grid-problems.ts'

/** 4,000 km²: about a département. */
const MOST_CELLS = 100_000

const toFive = (count: number): number => 5 * Math.round(count / 5)

/** Whether an area of the ledger holds the very same cells as the one that is asked about, which is number 0. */
const isRepeated = (pieces: readonly GroundPiece[], readings: number): boolean =>
  Array.from({ length: readings }, (_, n) => n + 1).some((reading) =>
    pieces.every(({ areas }) => areas.includes(0) === areas.includes(reading)),
  )

/**
 * Adds up the cells in a drawn area and writes in the ledger that it was shown.
 *
 * @throws {ProblemError} `area_too_small`, `area_would_disclose`, `area_too_large` (422), `grid_not_ready` (409),
 *   `grid_not_found` (404)
 */
export async function readArea(
  { tx, workspaceId }: Pick<WorkspaceTransaction, 'tx' | 'workspaceId'>,
  { vintage, area }: { vintage: string; area: Area },
  now: Date,
): Promise<AreaReading> {
  const key = { workspaceId, vintage }
  const grid = await lockGrid(tx, key)
  if (!grid) throw notFound('grid', vintage)
  if (!grid.ready) throw gridNotReady(vintage)
  if ((await cellsWithin(tx, area)) > MOST_CELLS) throw areaTooLarge(MOST_CELLS)
  const { figures, imputedPersons } = await sumArea(tx, key, area)
  if (Math.round((figures.men ?? 0) * 10) < 10 * MIN_HOUSEHOLDS) throw areaTooSmall()
  const { pieces, squares, readings } = await groundOf(tx, key, area)
  if (!isRepeated(pieces, readings)) {
    if (disclosesGround(pieces, squares)) throw areaWouldDisclose()
    await insertReading(tx, key, newId(), area, now)
  }
  const shares = GRID_INDICATORS.filter((indicator) => GRID_RULES[indicator].kind !== 'count').flatMap(
    (indicator) => {
      const value = gridValue(figures, indicator)
      return value === null ? [] : [[indicator, value] as const]
    },
  )
  return {
    households: toFive(figures.men!),
    persons: toFive(figures.ind ?? 0),
    imputedPersons: Math.round(imputedPersons * 1000) / 1000,
    shares: Object.fromEntries(shares),
    vintage,
  }
}
