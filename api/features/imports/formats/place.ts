import { type ReadPoint, readPoint } from '#api/domain/import-coordinates'
import type { PlaceDraft, RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { COMMUNE_CODE, POSTCODE, readCode, readLine } from '#api/domain/import-text'
import type { OpeningIntervals } from '#api/domain/opening-hours'
import type { RawRecord } from './format.ts'

/** The columns where a format keeps an address. */
export type PlaceColumns = { commune: string; communeName: string; postcode: string }

/** Hours as text, and as the intervals that they mean. */
export type Schedule = { hours: string; opening: OpeningIntervals }

/** A value, and the name of what held it: a remark quotes both. */
export type Cell = { field: string; value: unknown }
export const cell = (record: RawRecord, field: string): Cell => ({ field, value: record[field] })

/** Spreadsheets write a whole number `59000.0`: a notation, nothing was lost. */
const whole = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^\s*(\d+)\.0\s*$/, '$1') : value

/** What a row says of a place, before it is checked. */
export type SaidPlace = {
  kind: PlaceDraft['kind']
  label?: string | null
  /** Parts of the address, from the most precise; those that are missing are skipped. */
  address: readonly unknown[]
  postcode: Cell
  communeCode: Cell
  communeName: unknown
  /** Undefined: the file gives no position to any row, which is said once and not row by row. */
  point?: { field: string; read: ReadPoint; value: string }
  schedule: Schedule | null
}

export type Located = { place: PlaceDraft | null; opening: OpeningIntervals | null; problems: RowProblem[] }

/** What is to be said of a position. One that was never measured leaves a place without point, never a false one. */
function pointProblems({ field, read, value }: NonNullable<SaidPlace['point']>): RowProblem[] {
  if ('point' in read) return []
  if ('absent' in read) return [reservation('place_without_point', field)]
  if ('outside' in read) return [reservation('point_outside_france', field, read.outside)]
  if (read.refused === 'null_island') return [reservation(read.refused, field, value)]
  return [refusal(read.refused, field, value)]
}

/** The one place of a row. Null only when nothing at all is said of where it is. */
export function placeOf(said: SaidPlace): Located {
  const problems: RowProblem[] = []
  const checked = ({ field, value }: Cell, form: RegExp) => {
    const code = readCode(whole(value), form)
    if (code === null && readLine(value, 60) !== null) {
      problems.push(reservation('code_unreadable', field, value))
    }
    return code
  }
  const address = said.address.map((part) => readLine(part, 200)).filter((part) => part !== null)
  const place: PlaceDraft = {
    kind: said.kind,
    label: said.label ?? null,
    address: readLine(address.join(', '), 300),
    postcode: checked(said.postcode, POSTCODE),
    communeCode: checked(said.communeCode, COMMUNE_CODE),
    communeName: readLine(said.communeName, 120),
    point: said.point && 'point' in said.point.read ? said.point.read.point : null,
    hours: said.schedule?.hours ?? null,
    audience: 'public',
    approximate: false,
  }
  if (said.point) problems.push(...pointProblems(said.point))
  const { postcode, communeCode, communeName, point } = place
  const isSaid = place.address ?? postcode ?? communeCode ?? communeName ?? point ?? said.schedule
  return { place: isSaid === null ? null : place, opening: said.schedule?.opening ?? null, problems }
}

const isBlank = (value: unknown): boolean => /^(n\/?a|null|nan|none|-)?$/i.test(String(value ?? '').trim())

/** A position in two cells of degrees; `N/A` and the like mean none. */
export const pointCells = (longitude: Cell, latitude: Cell): NonNullable<SaidPlace['point']> => ({
  field: latitude.field,
  read:
    isBlank(longitude.value) && isBlank(latitude.value)
      ? { absent: true }
      : readPoint(longitude.value, latitude.value),
  value: `${longitude.value ?? ''}, ${latitude.value ?? ''}`,
})

/** A place in the columns that most French files share: adresse, complement_adresse, latitude, longitude. */
export const interpretPlace = (
  record: RawRecord,
  columns: PlaceColumns,
  kind: PlaceDraft['kind'],
  schedule: Schedule | null,
  label: string | null = null,
): Located =>
  placeOf({
    kind,
    label,
    address: [record.adresse, record.complement_adresse],
    postcode: cell(record, columns.postcode),
    communeCode: cell(record, columns.commune),
    communeName: record[columns.communeName],
    point: pointCells(cell(record, 'longitude'), cell(record, 'latitude')),
    schedule,
  })
