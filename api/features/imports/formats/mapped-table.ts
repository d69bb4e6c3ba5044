import { createHash } from 'node:crypto'
import { fold, isFilled, type SeenColumn, seeColumn } from '#api/domain/import-columns'
import { readLine } from '#api/domain/import-text'
import type { ImportTable } from '#contract/mappings'
import type { Head, RawRecord } from './format.ts'
import { cellsOf } from './record.ts'

/** The identifier that a feature carries beside its properties. */
const FEATURE_ID = 'id'

const isObject = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null

/** A position in JSON, `{ lat, lon }` or a GeoJSON point, as a cell would say it: latitude first. */
function positionText(value: RawRecord): string | null {
  const { lat, lon, type, coordinates } = value
  if (lat !== undefined && lon !== undefined) return `${lat}, ${lon}`
  return type === 'Point' && Array.isArray(coordinates) ? `${coordinates[1]}, ${coordinates[0]}` : null
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).filter(isFilled).join('; ')
  return isObject(value) ? (positionText(value) ?? JSON.stringify(value)) : String(value)
}

/** What a row says in a column, as text, blanks included; nothing when it has no such column. */
export function cellText(record: RawRecord, column: string): string {
  const cells = cellsOf(record)
  if (Object.hasOwn(cells, column)) return textOf(cells[column])
  return column === FEATURE_ID && cells !== record ? textOf(record.id) : ''
}

/** The columns of a table or of the properties of its features, in the order of the file. */
export function columnsOf({ container, records }: Head, columns: readonly string[]): string[] {
  const hasOwnId =
    container === 'features' &&
    !columns.includes(FEATURE_ID) &&
    records.length > 0 &&
    records.every(({ id }) => typeof id === 'string' || typeof id === 'number')
  return [...(hasOwnId ? [FEATURE_ID] : []), ...columns.filter(isFilled)]
}

export const seeColumns = ({ records }: Head, columns: readonly string[]): SeenColumn[] =>
  columns.map((name) =>
    seeColumn(
      name,
      records.map((record) => cellText(record, name)),
    ),
  )

/** What a layer is made of, by most of its features; null for a table. */
export function shapeOf({ container, records }: Head): 'point' | 'area' | null {
  if (container !== 'features') return null
  const types = records.flatMap(({ geometry }) => (isObject(geometry) ? [String(geometry.type)] : []))
  const areas = types.filter((type) => type.endsWith('Polygon')).length
  return areas > 0 && areas >= types.length / 2 ? 'area' : 'point'
}

const SAMPLES = 3

/** The table as people see it. Of columns that hold persons only the name is shown. */
export const tableOf = (
  columns: readonly SeenColumn[],
  personal: ReadonlySet<string>,
  headerLine: number | null,
  mappedBy: ImportTable['mappedBy'],
): ImportTable => ({
  columns: columns.map(({ name, kind, values }) => ({
    name,
    kind,
    samples: personal.has(name)
      ? []
      : [...new Set(values)].slice(0, SAMPLES).map((value) => readLine(value, 80) ?? ''),
  })),
  headerLine,
  mappedBy,
})

/** By what a table is recognised when it comes back: the names of its columns, folded and in order. */
export const signatureOf = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(fold)))
    .digest('hex')
