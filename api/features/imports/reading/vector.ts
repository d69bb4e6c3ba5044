import type { RawRecord } from '../formats/format.ts'
import { type Dataset, type Driver, GdalFailure, openDataset } from './gdal.ts'
import { chooseLayer } from './layers.ts'
import type { Content, FileRecord, Reading } from './records.ts'
import { FileStop, rejected } from './stop.ts'

/** Features asked for at once: a slice is a text in memory. */
const SLICE = 2_000

type Layer = { name: string; featureCount?: number; geometryFields?: { coordinateSystem?: unknown }[] }

const quoted = (name: string): string => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Parts of a GPX that repeat what its tracks and routes are made of. */
const REPEATING = new Set(['route_points', 'track_points'])

async function* features(dataset: Dataset, name: string): AsyncGenerator<FileRecord> {
  let line = 0
  try {
    for (let from = 0; ; from += SLICE) {
      const sql = `SELECT * FROM ${quoted(name)} LIMIT ${SLICE} OFFSET ${from}`
      // GeoJSON is in WGS 84 by definition: GDAL reprojects what it knows the projection of.
      const text = dataset.translate('geojsonl', ['-f', 'GeoJSONSeq', '-sql', sql, '-dim', 'XY'])
      const lines = text.split('\n').filter(Boolean)
      for (const one of lines) yield { line: ++line, record: JSON.parse(one) as RawRecord }
      if (lines.length < SLICE) return
    }
  } catch (error) {
    throw error instanceof GdalFailure ? rejected('unreadable_features', error.message) : error
  } finally {
    dataset.close()
  }
}

/**
 * One layer of a geographic file through GDAL, in WGS 84 where the file tells its projection.
 *
 * @throws {FileStop} `unreadable_features`, `no_layer`, or a question about the layer
 */
export async function readVector(reading: Reading, driver: Driver): Promise<Content> {
  let dataset: Dataset | undefined
  try {
    dataset = await openDataset(reading.path, driver)
    const { layers = [] } = dataset.describe(['-al', '-so']) as { layers?: Layer[] }
    const wanted = layers.filter(({ name }) => driver !== 'GPX' || !REPEATING.has(name))
    const filled = wanted.filter(({ featureCount }) => featureCount !== 0)
    const choices = filled.length > 0 ? filled : wanted.slice(0, 1)
    const name = chooseLayer(
      choices.map((layer) => layer.name),
      reading,
    )
    const isDeclared = choices
      .find((layer) => layer.name === name)
      ?.geometryFields?.some((field) => field.coordinateSystem)
    const crs = isDeclared ? { name: 'EPSG:4326' } : null
    return { container: 'features', records: features(dataset, name), crs: () => crs }
  } catch (error) {
    dataset?.close()
    if (error instanceof FileStop || !(error instanceof GdalFailure)) throw error
    throw rejected('unreadable_features', error.message)
  }
}
