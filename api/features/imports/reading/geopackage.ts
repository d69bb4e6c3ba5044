import { DatabaseSync } from 'node:sqlite'
import { reservation } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'
import { chooseLayer } from './layers.ts'
import type { CellRow, Content, FileRecord, Reading } from './records.ts'
import { rejected } from './stop.ts'
import { geometryOfWkb, UnreadableGeometry } from './wkb.ts'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Bytes of the envelope that a GeoPackage header may carry, by its code (OGC 12-128r18, 2.1.3). */
const ENVELOPES = [0, 32, 48, 48, 64]

/** Where the well-known binary of a GeoPackage blob begins; null for an empty geometry. */
function startOfWkb(blob: Uint8Array): number | null {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) throw new UnreadableGeometry()
  const flags = blob[3]!
  if ((flags & 0x10) !== 0) return null
  const envelope = ENVELOPES[(flags >> 1) & 7]
  if (envelope === undefined) throw new UnreadableGeometry()
  return 8 + envelope
}

type Layer = { table: string; geometry: string | null; srs: number | null }

const cellOf = (value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value instanceof Uint8Array ? null : value

function* features(database: DatabaseSync, { table, geometry }: Layer): Generator<FileRecord> {
  const statement = database.prepare(`select * from ${quoted(table)}`)
  statement.setReadBigInts(true)
  let line = 0
  for (const row of statement.iterate() as Iterable<RawRecord>) {
    line += 1
    const properties: RawRecord = Object.create(null)
    for (const [name, value] of Object.entries(row)) if (name !== geometry) properties[name] = cellOf(value)
    const blob = geometry === null ? null : row[geometry]
    try {
      const start = blob instanceof Uint8Array ? startOfWkb(blob) : null
      const shape = start === null ? null : geometryOfWkb(blob as Uint8Array, start)
      yield { line, record: { type: 'Feature', properties, geometry: shape } }
    } catch (error) {
      if (!(error instanceof UnreadableGeometry)) throw error
      const problems = [reservation('geometry_dropped', geometry)]
      yield { line, record: { type: 'Feature', properties, geometry: null }, problems }
    }
  }
}

async function* cells(database: DatabaseSync, { table }: Layer): AsyncGenerator<CellRow> {
  const statement = database.prepare(`select * from ${quoted(table)}`)
  statement.setReadBigInts(true)
  yield { line: 1, cells: statement.columns().map(({ name }) => name) }
  let line = 1
  for (const row of statement.iterate() as Iterable<RawRecord>) {
    yield { line: ++line, cells: Object.values(row).map((value) => String(cellOf(value) ?? '')) }
  }
}

const LAYERS = `select c.table_name as "table", g.column_name as geometry, g.srs_id as srs
  from gpkg_contents c left join gpkg_geometry_columns g on g.table_name = c.table_name
  where c.data_type in ('features', 'attributes')
    and exists (select 1 from sqlite_master m where m.name = c.table_name and m.type in ('table', 'view'))
  order by c.rowid`

/**
 * One layer of a GeoPackage, through SQLite, row by row. A geometry that cannot be read leaves its row without one.
 *
 * @throws {FileStop} `unreadable_database`, `no_layer`, or a question about the layer
 */
export async function readGeoPackage(reading: Reading): Promise<Content> {
  const guard = <T>(step: () => T): T => {
    try {
      return step()
    } catch (error) {
      if (error instanceof Error && 'errcode' in error) throw rejected('unreadable_database', error.message)
      throw error
    }
  }
  const database = guard(() => {
    const opened = new DatabaseSync(reading.path, { readOnly: true, allowExtension: false })
    opened.exec('pragma trusted_schema = off; pragma query_only = on')
    return opened
  })
  const layers = guard(() => database.prepare(LAYERS).all()) as Layer[]
  const name = chooseLayer(
    layers.map(({ table }) => table),
    reading,
  )
  const layer = layers.find(({ table }) => table === name)!
  if (layer.geometry === null) return { container: 'table', cells: cells(database, layer), certain: true }
  const found = guard(() =>
    database
      .prepare(
        'select organization, organization_coordsys_id as code, definition from gpkg_spatial_ref_sys where srs_id = ?',
      )
      .get(layer.srs),
  ) as { organization: string; code: number; definition: string } | undefined
  const crs =
    found && found.code > 0 ? { name: `${found.organization}:${found.code}`, wkt: found.definition } : null
  async function* records(): AsyncGenerator<FileRecord> {
    const rows = features(database, layer)
    for (;;) {
      const next = guard(() => rows.next())
      if (next.done) return
      yield next.value
    }
  }
  return { container: 'features', records: records(), crs: () => crs }
}
