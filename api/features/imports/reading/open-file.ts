import { open } from 'node:fs/promises'
import { gunzip, unzip } from './archive.ts'
import { refuseCompound } from './compound.ts'
import { csvCells } from './csv-cells.ts'
import { dbaseCells } from './dbase.ts'
import { decodeFile } from './decode.ts'
import { readGeoPackage } from './geopackage.ts'
import { jsonContent } from './json-records.ts'
import { checkMarkup } from './markup.ts'
import type { Content, Reading } from './records.ts'
import { readShapefile } from './shapefile.ts'
import { rejected } from './stop.ts'
import { readVector } from './vector.ts'
import { readWorkbook } from './workbook.ts'

const HEAD_BYTES = 64 * 1024

type Open = (reading: Reading, head: Uint8Array, nested: boolean) => Promise<Content>

async function readZip(reading: Reading, _head: Uint8Array, nested: boolean): Promise<Content> {
  const found = await unzip(reading)
  if ('workbook' in found) return readWorkbook(reading, (await isOds(reading.path)) ? 'ODS' : 'XLSX')
  if (nested) throw rejected('archive_nested')
  if ('shape' in found) return readShapefile(found.shape, reading)
  return openFile({ ...reading, path: found.file }, true)
}

async function readGzip(reading: Reading, _head: Uint8Array, nested: boolean): Promise<Content> {
  if (nested) throw rejected('archive_nested')
  return openFile({ ...reading, path: await gunzip(reading) }, true)
}

const unreadable =
  (name: string): Open =>
  async () => {
    throw rejected('unreadable_binary', name)
  }

/** First bytes of files that are not text, and how each is read. */
const BINARY: readonly [bytes: readonly number[], open: Open][] = [
  [[0x50, 0x4b, 0x03, 0x04], readZip],
  [[0x50, 0x4b, 0x05, 0x06], readZip],
  [[0x1f, 0x8b], readGzip],
  [[...Buffer.from('SQLite format 3\0')], (reading) => readGeoPackage(reading)],
  [[0x00, 0x00, 0x27, 0x0a], (reading) => readShapefile({ shp: reading.path }, reading)],
  [[0x66, 0x67, 0x62, 0x03], (reading) => readVector(reading, 'FlatGeobuf')],
  [[0x25, 0x50, 0x44, 0x46], unreadable('PDF')],
  [[0xd0, 0xcf, 0x11, 0xe0], refuseCompound],
  [[0x37, 0x7a, 0xbc, 0xaf], unreadable('7z')],
  [[0x52, 0x61, 0x72, 0x21], unreadable('RAR')],
  [[...Buffer.from('BZh9')], unreadable('BZIP2')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], unreadable('XZ')],
  [[0x28, 0xb5, 0x2f, 0xfd], unreadable('ZSTD')],
  [[0x4d, 0x5a], unreadable('EXE')],
  [[0x50, 0x41, 0x52, 0x31], unreadable('Parquet')],
  [[0x89, 0x50, 0x4e, 0x47], unreadable('PNG')],
  [[0xff, 0xd8, 0xff], unreadable('JPEG')],
]

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The first member of an OpenDocument file is its type, uncompressed. */
const isOds = async (path: string): Promise<boolean> =>
  Buffer.from(await headOf(path)).includes('opendocument.spreadsheet')

/** dBASE: a version, a date, a header of whole fields that ends as it should. */
function isDbase(head: Uint8Array): boolean {
  const [version, , month, day] = head
  if (![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version!) || !month || month > 12 || !day || day > 31)
    return false
  const header = head[8]! + 256 * head[9]!
  return header >= 65 && header - 1 < head.length && head.subarray(32, header).includes(0x0d)
}

/** The text with its beginning looked at and put back. */
async function peek(text: AsyncGenerator<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
  let head = ''
  for (let next = await text.next(); !next.done; next = await text.next()) {
    head += next.value
    if (head.trimStart().length >= HEAD_BYTES) break
  }
  async function* all() {
    yield head
    yield* text
  }
  return { head, all: all() }
}

async function openText(reading: Reading, bytes: Uint8Array): Promise<Content> {
  const { path, answers, notes } = reading
  const decoded = () => decodeFile(path, bytes, answers.encoding, notes)
  const { head, all } = await peek(decoded())
  const start = head.trimStart()[0]
  if (start === undefined) throw rejected('empty_file')
  if (start === '<') return readVector(reading, await checkMarkup(all))
  if (start === '{' && /"type"\s*:\s*"Topology"/.test(head.slice(0, 4_096)))
    return readVector(reading, 'TopoJSON')
  if (start === '[' || start === '{' || start === '\u001e') return jsonContent(all, head)
  return { container: 'table', cells: csvCells(all, head) }
}

/**
 * What a file holds, told by its bytes and never by its name.
 *
 * @param nested whether it lay in an archive: archives in archives are not opened
 * @throws {FileStop} when it is nothing that can be read, or a question comes first
 */
export async function openFile(reading: Reading, nested = false): Promise<Content> {
  const head = await headOf(reading.path)
  if (head.length === 0) throw rejected('empty_file')
  const binary = BINARY.find(([bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (binary) return binary[1](reading, head, nested)
  if (isDbase(head))
    return { container: 'table', cells: dbaseCells(reading.path, null, reading), certain: true }
  return openText(reading, head)
}
