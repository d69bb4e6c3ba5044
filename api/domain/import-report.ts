import type { Area, Bounds } from '#contract/geometry'
import type { ImportFormat, ImportRemark, ImportReport, ROW_OUTCOMES } from '#contract/imports'
import type { Draft, RowProblem } from './import-draft.ts'

export type RowCounts = Record<Exclude<(typeof ROW_OUTCOMES)[number], 'refused'>, number>

export const toRemark = ({ severity: _, ...said }: RowProblem, line: number | null): ImportRemark => ({
  line,
  ...said,
})

/** What a report says besides its rows, when there is nothing to say. */
const NOTHING = {
  questions: [],
  kept: 0,
  gone: 0,
  unplaced: 0,
  resemblances: 0,
  table: null,
  mapping: null,
  bounds: null,
} satisfies Partial<ImportReport>

export type ReportExtras = Partial<Pick<ImportReport, keyof typeof NOTHING>>

/**
 * The report of a file that was read to its end. `repair` when somebody should know something, `reject` when every row
 * was refused, else `accept`: a file that changes nothing is accepted too.
 */
export function reportOf(
  format: ImportFormat,
  counts: RowCounts & { refused: number },
  refused: ImportRemark[],
  reservations: ImportRemark[],
  extras: ReportExtras = {},
): ImportReport {
  const { refused: refusedRows, ...used } = counts
  const usable = used.created + used.updated + used.unchanged + used.ignored
  const said = refusedRows + reservations.length > 0
  const outcome = usable === 0 && refusedRows > 0 ? 'reject' : said ? 'repair' : 'accept'
  const rows = usable + refusedRows
  return { outcome, format, rows, ...used, refusedRows, refused, reservations, ...NOTHING, ...extras }
}

/** The report of a file that cannot be used as a whole, which then counts as one refused row without a line. */
export const stoppedReport = (
  outcome: 'ask' | 'reject',
  format: ImportFormat | null,
  problem: RowProblem,
  extras: ReportExtras = {},
): ImportReport => ({
  outcome,
  format,
  rows: 1,
  created: 0,
  updated: 0,
  unchanged: 0,
  ignored: 0,
  refusedRows: 1,
  refused: [toRemark(problem, null)],
  reservations: [],
  ...NOTHING,
  ...extras,
})

function* outline({ type, coordinates }: Area): Generator<readonly [number, number]> {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  // The outer ring holds the others.
  for (const [outer] of polygons) if (outer) yield* outer
}

function* positionsOf(draft: Draft): Generator<readonly [number, number]> {
  if (draft.what === 'actor' && draft.place?.point) yield draft.place.point.coordinates
  if (draft.what === 'address') yield draft.point.coordinates
  if ((draft.what === 'zone' || draft.what === 'drawn') && draft.area) yield* outline(draft.area)
}

/** Bounds that also hold what a draft draws. */
export function extendBounds(bounds: Bounds | null, draft: Draft): Bounds | null {
  let extended = bounds
  for (const [x, y] of positionsOf(draft)) {
    const [west, south, east, north] = extended ?? [x, y, x, y]
    extended = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
  }
  return extended
}
