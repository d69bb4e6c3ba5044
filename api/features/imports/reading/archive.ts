import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { reservation } from '#api/domain/import-remarks'
import { chooseLayer } from './layers.ts'
import type { Reading } from './records.ts'
import type { ShapeParts } from './shapefile.ts'
import { FileStop, rejected } from './stop.ts'

/** What a file may unfold to, and how many times its size: texts shrink twenty times, bombs a thousand times. */
const MAX_UNPACKED = 4 * 1024 ** 3
const MAX_RATIO = 100
const RATIO_FROM = 1024 * 1024
const MAX_ENTRIES = 10_000

const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i
const READABLE = [
  '.csv',
  '.tsv',
  '.txt',
  '.json',
  '.geojson',
  '.geojsonl',
  '.ndjson',
  '.topojson',
  '.gpkg',
  '.fgb',
  '.kml',
  '.gml',
  '.gpx',
  '.xlsx',
  '.xlsm',
  '.ods',
  '.dbf',
]
const NESTED = ['.zip', '.7z', '.rar', '.gz', '.tar']

/** Stops a stream that unfolds to more than it may, while it does. */
function bounded(packed: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      const tooLarge = size > MAX_UNPACKED || (size > RATIO_FROM && size > packed * MAX_RATIO)
      if (tooLarge) done(rejected('archive_too_large', size))
      else done(null, chunk)
    },
  })
}

const guard = async <T>(step: () => Promise<T>): Promise<T> => {
  try {
    return await step()
  } catch (error) {
    if (error instanceof FileStop) throw error
    const text = error instanceof Error ? error.message : ''
    if (/invalid characters|absolute path|invalid relative path/.test(text))
      throw rejected('archive_unsafe', text)
    throw rejected('archive_unreadable', text)
  }
}

const folderOf = ({ folder }: Reading): string => {
  if (folder === null) throw rejected('reader_failed', 'no folder to unpack into')
  return folder
}

/** A gzip, unfolded into the private folder. @throws {FileStop} `archive_too_large` or `archive_unreadable` */
export function gunzip(reading: Reading): Promise<string> {
  return guard(async () => {
    const target = join(folderOf(reading), 'unpacked')
    const { size } = await stat(reading.path)
    await pipeline(createReadStream(reading.path), createGunzip(), bounded(size), createWriteStream(target))
    return target
  })
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= MAX_ENTRIES) throw rejected('archive_too_large', entries.length)
    const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
    if (isLink) throw rejected('archive_unsafe', entry.fileName)
    if (!entry.fileName.endsWith('/')) entries.push(entry)
  }
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (total > MAX_UNPACKED) throw rejected('archive_too_large', total)
  return entries
}

async function unpack(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  if (entry.isEncrypted()) throw rejected('archive_encrypted', entry.fileName)
  await pipeline(
    await zip.openReadStreamPromise(entry),
    bounded(entry.compressedSize),
    createWriteStream(target),
  )
}

const extensionOf = ({ fileName }: Entry): string => extname(fileName).toLowerCase()
const stemOf = ({ fileName }: Entry): string =>
  fileName.slice(0, fileName.length - extname(fileName).length).toLowerCase()

/** What is read together: the parts of a Shapefile, or one file. */
type Candidate = { name: string; entries: Entry[]; size: number }

function candidatesOf(entries: readonly Entry[]): Candidate[] {
  const shapes = entries.filter((entry) => extensionOf(entry) === '.shp')
  const stems = new Set(shapes.map(stemOf))
  const alone = entries.filter((entry) => READABLE.includes(extensionOf(entry)) && !stems.has(stemOf(entry)))
  const tables = alone.filter((entry) => extensionOf(entry) !== '.txt')
  return [
    ...shapes.map((shape) => ({
      name: shape.fileName,
      entries: entries.filter((entry) => stemOf(entry) === stemOf(shape)),
      size: shape.uncompressedSize,
    })),
    ...(tables.length + shapes.length > 0 ? tables : alone).map((entry) => ({
      name: entry.fileName,
      entries: [entry],
      size: entry.uncompressedSize,
    })),
  ]
}

/** Why an archive has nothing to read. */
function nothingIn(entries: readonly Entry[]): FileStop {
  const nested = entries.find((entry) => NESTED.includes(extensionOf(entry)))
  if (nested) return rejected('archive_nested', nested.fileName)
  return rejected(
    'no_layer',
    entries
      .map(({ fileName }) => fileName)
      .slice(0, 5)
      .join(', ') || null,
  )
}

export type Unpacked = { workbook: true } | { file: string } | { shape: ShapeParts }

const isWorkbook = (entries: readonly Entry[]): boolean =>
  entries.some(
    ({ fileName }) =>
      fileName === 'xl/workbook.xml' || fileName === 'content.xml' || fileName === '[Content_Types].xml',
  )

/** A cell with something in it, in a column of three letters: the 703rd or further. */
const FAR_CELL = /<c r="([A-Z]{3})\d+"[^>]*[^/]>/g
const MAX_COLUMNS = 1_000
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/**
 * A workbook is unfolded by its reader, in memory: its parts must not grow beyond measure, and one cell at the far
 * corner must not make a table of seventeen billion.
 */
async function checkWorkbook(zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) {
    if (entry.isEncrypted()) throw rejected('archive_encrypted', entry.fileName)
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName)
    const out = new Writable({
      write(chunk: Buffer, _encoding, done) {
        const far = isSheet
          ? [...chunk.toString('latin1').matchAll(FAR_CELL)].find(
              ([, letters]) => columnOf(letters!) > MAX_COLUMNS,
            )
          : undefined
        done(far ? rejected('too_many_columns', columnOf(far[1]!)) : null)
      },
    })
    await pipeline(await zip.openReadStreamPromise(entry), bounded(entry.compressedSize), out)
  }
}

/**
 * What a ZIP holds: a workbook, which is read as it is, or one file or Shapefile, unfolded into the private folder
 * under a name of ours. Nothing outside it is ever written: names are never used as paths.
 *
 * @throws {FileStop} `archive_…`, `no_layer`, or a question when there are several
 */
export function unzip(reading: Reading): Promise<Unpacked> {
  return guard(async () => {
    const zip = await yauzl.openPromise(reading.path, { strictFileNames: true, autoClose: false })
    try {
      const all = await entriesOf(zip)
      const entries = all.filter(({ fileName }) => !JUNK.test(fileName))
      if (isWorkbook(entries)) {
        await checkWorkbook(zip, entries)
        return { workbook: true }
      }
      const candidates = candidatesOf(entries)
      if (candidates.length === 0) throw nothingIn(entries)
      const largest = candidates.toSorted((a, b) => b.size - a.size)[0]!.name
      const name = chooseLayer(
        candidates.map((candidate) => candidate.name),
        reading,
        largest,
      )
      if (all.length > entries.length)
        reading.notes.push(reservation('archive_junk', null, all.length - entries.length))
      const folder = join(folderOf(reading), 'unpacked')
      await mkdir(folder)
      const parts: Record<string, string> = {}
      for (const entry of candidates.find((candidate) => candidate.name === name)!.entries) {
        const extension = extensionOf(entry)
        if (!/^\.[a-z\d]{1,8}$/.test(extension) || parts[extension]) continue
        parts[extension] = join(folder, `file${extension}`)
        await unpack(zip, entry, parts[extension])
      }
      const { '.shp': shp, '.dbf': dbf, '.prj': prj, '.cpg': cpg } = parts
      return shp ? { shape: { shp, dbf, prj, cpg } } : { file: Object.values(parts)[0]! }
    } finally {
      zip.close()
    }
  })
}
