import { csvCell } from '#api/domain/spreadsheet'
import type { EXPORT_FORMATS } from '#contract/actors'
import type { ExportRow } from './exports.repository.ts'

type Format = { mediaType: string; write: (pages: AsyncIterable<ExportRow[]>) => AsyncGenerator<string> }

const COLUMNS = [
  'id',
  'name',
  'kind',
  'family',
  'type',
  'description',
  'publics',
  'place',
  'address',
  'postcode',
  'commune_code',
  'commune',
  'longitude',
  'latitude',
  'approximate',
  'hours',
  'phone',
  'email',
  'website',
  'siret',
  'finess',
  'rna',
  'source',
  'source_id',
  'source_date',
  'licence',
  'verified_at',
  'freshness',
] as const satisfies readonly (keyof ExportRow)[]

/** With a byte order mark: without it, spreadsheets in France read accents wrongly. */
async function* csv(pages: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield `\ufeff${COLUMNS.join(',')}\r\n`
  for await (const rows of pages)
    yield rows.map((row) => `${COLUMNS.map((column) => csvCell(row[column])).join(',')}\r\n`).join('')
}

/** RFC 7946; an actor without a point is a feature without a geometry, so that none is lost. */
async function* geojson(pages: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let separator = ''
  for await (const rows of pages) {
    yield separator + rows.map((row) => JSON.stringify(toFeature(row))).join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}

const toFeature = ({ longitude, latitude, ...properties }: ExportRow) => ({
  type: 'Feature',
  geometry:
    longitude === null || latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
  properties,
})

export const FORMATS: Record<(typeof EXPORT_FORMATS)[number], Format> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csv },
  geojson: { mediaType: 'application/geo+json', write: geojson },
}
