import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { reservation } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'
import { readAttributes } from './dbase.ts'
import type { Content, Crs, FileRecord, Reading } from './records.ts'
import { polygonsOf } from './rings.ts'
import { rejected } from './stop.ts'
import type { Geometry } from './wkb.ts'

/** The parts of one Shapefile, by extension. */
export type ShapeParts = {
  shp: string
  dbf?: string | undefined
  prj?: string | undefined
  cpg?: string | undefined
}

type Pair = [number, number]
const HEADER = 100
const MAX_CONTENT = 128 * 1024 * 1024
/** Shape types of the ESRI description (1998), without those that carry no geometry of ours (MultiPatch). */
const KINDS: Record<number, 'Point' | 'Line' | 'Polygon' | 'MultiPoint'> = {
  1: 'Point',
  11: 'Point',
  21: 'Point',
  3: 'Line',
  13: 'Line',
  23: 'Line',
  5: 'Polygon',
  15: 'Polygon',
  25: 'Polygon',
  8: 'MultiPoint',
  18: 'MultiPoint',
  28: 'MultiPoint',
}

const damaged = (detail: unknown = null) => rejected('unreadable_shapefile', detail)

/** @returns whether the file can hold a record at all */
async function checkHeader(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size < HEADER) return false
    const head = Buffer.alloc(HEADER)
    await file.read(head, 0, HEADER, 0)
    const type = head.readInt32LE(32)
    if (head.readInt32BE(0) !== 9994 || head.readInt32BE(24) * 2 > size) throw damaged('length')
    if (type !== 0 && !KINDS[type]) throw damaged(type)
    return size > HEADER
  } finally {
    await file.close()
  }
}

async function* contents(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let wanted = 8
  const pieces: Buffer[] = []
  let held = 0
  for await (const chunk of createReadStream(path, {
    start: HEADER,
    highWaterMark: 1024 * 1024,
  }) as AsyncIterable<Buffer>) {
    pieces.push(chunk)
    held += chunk.length
    if (held < wanted) continue
    rest = pieces.length === 1 ? chunk : Buffer.concat(pieces)
    pieces.length = 0
    let at = 0
    for (;;) {
      wanted = 8
      if (at + 8 > rest.length) break
      const length = rest.readInt32BE(at + 4) * 2
      if (length < 0 || length > MAX_CONTENT) throw damaged('record')
      wanted = 8 + length
      if (at + wanted > rest.length) break
      yield rest.subarray(at + 8, at + 8 + length)
      at += wanted
    }
    pieces.push(rest.subarray(at))
    held = rest.length - at
  }
  if (held >= 8) throw damaged('record')
}

/** The geometry of one record's bytes, Z and M dropped; null for a null shape. */
function geometryOf(bytes: Buffer): Geometry | null {
  const type = bytes.length >= 4 ? bytes.readInt32LE(0) : 0
  if (type === 0) return null
  const kind = KINDS[type]
  if (!kind) throw damaged(type)
  const pair = (at: number): Pair => [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)]
  if (kind === 'Point') {
    if (bytes.length < 20) throw damaged('record')
    return { type: 'Point', coordinates: pair(4) }
  }
  const parts = kind === 'MultiPoint' ? 0 : bytes.length >= 44 ? bytes.readUInt32LE(36) : Number.NaN
  const start = kind === 'MultiPoint' ? 40 : 44 + 4 * parts
  const points =
    bytes.length >= 44 || kind === 'MultiPoint'
      ? bytes.readUInt32LE(kind === 'MultiPoint' ? 36 : 40)
      : Number.NaN
  if (!(start + points * 16 <= bytes.length)) throw damaged('record')
  const between = (from: number, to: number): Pair[] => {
    if (from > to || to > points) throw damaged('record')
    return Array.from({ length: to - from }, (_, i) => pair(start + 16 * (from + i)))
  }
  if (kind === 'MultiPoint') return { type: 'MultiPoint', coordinates: between(0, points) }
  const lines = Array.from({ length: parts }, (_, i) =>
    between(bytes.readUInt32LE(44 + 4 * i), i + 1 < parts ? bytes.readUInt32LE(48 + 4 * i) : points),
  )
  return kind === 'Line' ? { type: 'MultiLineString', coordinates: lines } : polygonsOf(lines)
}

async function readCrs(prj: string | undefined): Promise<Crs> {
  if (prj === undefined) return null
  const wkt = (await readFile(prj))
    .subarray(0, 10_000)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
  return /^(PROJ|GEOG)(CS|CRS)\[/i.test(wkt) ? { name: wkt.split('"')[1] ?? '', wkt } : null
}

/**
 * A Shapefile, record by record, geometry and attributes side by side. A file too short to hold a record is an empty
 * layer.
 *
 * @throws {FileStop} `unreadable_shapefile`, or a question about the encoding of the attributes
 */
export async function readShapefile(parts: ShapeParts, reading: Reading): Promise<Content> {
  const crs = await readCrs(parts.prj)
  const isFilled = await checkHeader(parts.shp)
  if (!isFilled) reading.notes.push(reservation('no_rows', null, 'shp'))
  else if (!parts.dbf) reading.notes.push(reservation('attributes_missing', null, '.dbf'))
  const attributes =
    isFilled && parts.dbf ? await readAttributes(parts.dbf, parts.cpg ?? null, reading) : null
  async function* records(): AsyncGenerator<FileRecord> {
    let line = 0
    if (!isFilled) return
    for await (const bytes of contents(parts.shp)) {
      line += 1
      const row = attributes ? await attributes.rows.next() : null
      const properties: RawRecord | null = row === null || row.done ? Object.create(null) : row.value
      if (properties) yield { line, record: { type: 'Feature', properties, geometry: geometryOf(bytes) } }
    }
  }
  return { container: 'features', records: records(), crs: () => crs }
}
