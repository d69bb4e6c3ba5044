import { readPoint } from '#api/domain/import-coordinates'
import type { PlaceDraft, RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { COMMUNE_CODE, POSTCODE, readCode, readLine } from '#api/domain/import-text'
import type { OpeningIntervals } from '#api/domain/opening-hours'
import type { RawRecord } from './format.ts'

/** The columns where a format keeps an address. */
export type PlaceColumns = { commune: string; communeName: string; postcode: string }

/** Hours as text, and as the intervals that they mean. */
export type Schedule = { hours: string; opening: OpeningIntervals }

/** The one place of a row. Null only when nothing at all is said of where it is. */
export function interpretPlace(
  record: RawRecord,
  columns: PlaceColumns,
  kind: PlaceDraft['kind'],
  schedule: Schedule | null,
): { place: PlaceDraft | null; opening: OpeningIntervals | null; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const checked = (column: string, form: RegExp) => {
    const code = readCode(record[column], form)
    if (code === null && readLine(record[column], 60) !== null) {
      problems.push(reservation('code_unreadable', column, record[column]))
    }
    return code
  }
  const address = [readLine(record.adresse, 200), readLine(record.complement_adresse, 90)]
    .filter(Boolean)
    .join(', ')
  const place: PlaceDraft = {
    kind,
    label: null,
    address: address || null,
    postcode: checked(columns.postcode, POSTCODE),
    communeCode: checked(columns.commune, COMMUNE_CODE),
    communeName: readLine(record[columns.communeName], 120),
    point: null,
    hours: schedule?.hours ?? null,
    audience: 'public',
    approximate: false,
  }
  const read = readPoint(record.longitude, record.latitude)
  if ('point' in read) place.point = read.point
  if ('absent' in read) {
    problems.push(reservation('place_without_point', 'latitude'))
  }
  if ('outside' in read) {
    problems.push(reservation('point_outside_france', 'latitude', read.outside))
  }
  if ('refused' in read) {
    const value = `${record.longitude ?? ''}, ${record.latitude ?? ''}`
    problems.push(refusal(read.refused, 'latitude', value))
  }
  const said =
    place.address ?? place.postcode ?? place.communeCode ?? place.communeName ?? place.point ?? schedule
  return {
    place: said === null ? null : place,
    opening: schedule?.opening ?? null,
    problems,
  }
}
