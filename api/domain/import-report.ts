import type { Bounds } from '#contract/geometry'
import type { ImportFormat, ImportRemark, ImportReport, ROW_OUTCOMES } from '#contract/imports'
import type { Draft, RowProblem } from './import-draft.ts'
import { reservation } from './import-remarks.ts'

export type RowCounts = Record<Exclude<(typeof ROW_OUTCOMES)[number], 'refused'>, number>

export const toRemark = ({ field, code, message, value }: RowProblem, line: number | null): ImportRemark => ({
  line,
  field,
  code,
  message,
  value,
})

/**
 * The report of a file that was read to its end. `repair` when somebody should know something, `reject` when nothing
 * could be used, else `accept`: a file that changes nothing is accepted too.
 */
export function reportOf(
  format: ImportFormat,
  counts: RowCounts,
  refused: ImportRemark[],
  reservations: ImportRemark[],
  bounds: Bounds | null,
): ImportReport {
  const used = counts.created + counts.updated + counts.unchanged + counts.ignored
  const outcome = used === 0 ? 'reject' : refused.length + reservations.length > 0 ? 'repair' : 'accept'
  return { outcome, format, rows: used + refused.length, ...counts, refused, reservations, bounds }
}

/** The report of a file that cannot be used as a whole, which then counts as one refused row without a line. */
export const stoppedReport = (
  outcome: 'ask' | 'reject',
  format: ImportFormat | null,
  problem: RowProblem,
): ImportReport => ({
  outcome,
  format,
  rows: 1,
  created: 0,
  updated: 0,
  unchanged: 0,
  ignored: 0,
  refused: [toRemark(problem, null)],
  reservations: [],
  bounds: null,
})

/** Remarks of one kind that a report carries before it says how many more there are. */
const SAME_REMARKS = 200

/** The first remarks of each code, then one that counts the others. */
export function capRemarks(remarks: readonly ImportRemark[]): ImportRemark[] {
  const seen = new Map<string, number>()
  const kept = remarks.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1
    seen.set(code, count)
    return count <= SAME_REMARKS
  })
  const over = [...seen].filter(([, count]) => count > SAME_REMARKS)
  return [
    ...kept,
    ...over.map(([code, count]) => toRemark(reservation('more_remarks', code, count - SAME_REMARKS), null)),
  ]
}

function* positionsOf(draft: Draft): Generator<readonly [number, number]> {
  if (draft.what === 'actor' && draft.place?.point) yield draft.place.point.coordinates
  if (draft.what === 'zone') {
    const polygons = draft.area.type === 'Polygon' ? [draft.area.coordinates] : draft.area.coordinates
    // The outer ring holds the others.
    for (const [outer] of polygons) if (outer) yield* outer
  }
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
