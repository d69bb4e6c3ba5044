import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { rejected } from './stop.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const HEAD_BYTES = 64 * 1024

/** First bytes that betray a file which is not text, and what to call it. */
const BINARY: readonly [name: string, bytes: readonly number[]][] = [
  ['ZIP, XLSX, ODS', [0x50, 0x4b]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['SQLite, GeoPackage', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['Shapefile', [0x00, 0x00, 0x27, 0x0a]],
  ['FlatGeobuf', [0x66, 0x67, 0x62, 0x03]],
]

/** Text has none of these; a couple of stray ones are taken out later. */
const countControls = (bytes: Uint8Array): number => {
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls
}

/** UTF-16 without a mark: one byte in two is zero, always on the same side. */
function silentUtf16(head: Uint8Array): Encoding | null {
  const zeros: [number, number] = [0, 0]
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) zeros[(i % 2) as 0 | 1] += 1
  const half = head.length / 2
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.1) return 'utf-16le'
  return zeros[0] > half * 0.6 && zeros[1] < half * 0.1 ? 'utf-16be' : null
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/**
 * The encoding of a text file: its mark, else UTF-8 when every byte agrees, else Windows-1252, which French
 * spreadsheets still write.
 *
 * @throws {FileStop} `empty_file`, `unreadable_binary` or `unreadable_text`
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const file = await open(path)
  const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
  await file.close()
  const head = buffer.subarray(0, bytesRead)
  if (bytesRead === 0) throw rejected('empty_file')
  const binary = BINARY.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (binary) throw rejected('unreadable_binary', binary[0])
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const silent = silentUtf16(head)
  if (silent) return silent
  if (countControls(head) > head.length / 100) throw rejected('unreadable_text')
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1252'
}

/**
 * The text of a file, piece by piece, without its byte order mark. A file that is not UTF-8 is decoded line by line:
 * files glued from two producers carry both encodings.
 */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') return yield* decodeLines(path)
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* decodeLines(path: string): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const windows = new TextDecoder('windows-1252')
  const decode = (line: Uint8Array): string => {
    try {
      return utf8.decode(line)
    } catch {
      return windows.decode(line)
    }
  }
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const end = bytes.lastIndexOf(0x0a) + 1
    let text = ''
    for (let from = 0; from < end; ) {
      const next = bytes.indexOf(0x0a, from) + 1
      text += decode(bytes.subarray(from, next))
      from = next
    }
    if (text) yield text
    rest = Buffer.from(bytes.subarray(end))
    if (rest.length > 4 * 1024 * 1024) throw rejected('row_too_long')
  }
  if (rest.length > 0) yield decode(rest)
}
