import { createReadStream } from 'node:fs'
import { type RemarkCode, reservation } from '#api/domain/import-remarks'
import type { Notes } from './records.ts'
import { rejected } from './stop.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const MAX_LINE = 4 * 1024 * 1024

/** Text has none of these but the record separator of JSON sequences; a couple of stray ones are taken out later. */
const countControls = (bytes: Uint8Array): number => {
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 30)) controls += 1
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

const NAMES: Record<string, Encoding> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
}

const UTF_32 = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
]

/** The encoding that the first bytes tell, or that a person has answered. UTF-8 holds until a byte says otherwise. */
function encodingOf(head: Uint8Array, answer: string | undefined, notes: Notes): Encoding {
  if (answer !== undefined && NAMES[answer]) return NAMES[answer]
  // UTF-32 begins as UTF-16 does: each of its letters would be followed by a zero, which no database keeps.
  if (UTF_32.some((mark) => mark.every((byte, i) => head[i] === byte))) throw rejected('unreadable_text')
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const silent = silentUtf16(head)
  if (silent) notes.push(reservation('encoding_guessed', null, silent))
  if (silent) return silent
  if (countControls(head) > head.length / 100) throw rejected('unreadable_text')
  return 'utf-8'
}

/**
 * The text of a file, piece by piece, without its byte order mark: the encoding of its mark, UTF-16 that the zeros
 * betray, else UTF-8. From the first byte that is not UTF-8 on, each line is decoded by itself, as UTF-8 or as
 * Windows-1252, which French spreadsheets still write: files glued from two producers carry both.
 *
 * @param head the first bytes of the file
 * @throws {FileStop} `unreadable_text`
 */
export async function* decodeFile(
  path: string,
  head: Uint8Array,
  answer: string | undefined,
  notes: Notes,
): AsyncGenerator<string> {
  const encoding = encodingOf(head, answer, notes)
  const pieces = createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>
  const text = encoding === 'utf-8' ? decodeLines(pieces) : decodeAs(pieces, encoding)
  let doubled = false
  for await (const piece of text) {
    if (!doubled && DOUBLED.test(piece)) {
      doubled = true
      notes.push(reservation(DOUBLED_CODE, null, /.{0,20}(?:Ã[\u00a0-\u00bf]|â€).{0,20}/.exec(piece)?.[0]))
    }
    yield piece
  }
}

const DOUBLED_CODE: RemarkCode = 'encoded_twice'
/** `Ã©` for é: UTF-8 that was read as Windows-1252 and written as UTF-8 again. */
const DOUBLED = /Ã[\u00a0-\u00bf]|â€[™œ“¦]/

async function* decodeAs(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of pieces) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows = new TextDecoder('windows-1252')

function decode(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function decodeEach(bytes: Buffer): string {
  let text = ''
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from) + 1 || bytes.length
    const line = bytes.subarray(from, end)
    text += decode(line) ?? windows.decode(line)
    from = end
  }
  return text
}

/** Whole lines at once while they are UTF-8; a line that is not brings its piece to be decoded line by line. */
async function* decodeLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  let first = true
  const clean = (text: string): string => {
    const without = first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    first = false
    return without
  }
  for await (const chunk of pieces) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const end = bytes.lastIndexOf(0x0a) + 1
    if (end > 0) {
      const lines = bytes.subarray(0, end)
      yield clean(decode(lines) ?? decodeEach(lines))
    }
    rest = bytes.subarray(end)
    // A file of one line (JSON) is cut between characters instead.
    if (rest.length > MAX_LINE) {
      const cut = wholeCharacters(rest)
      yield clean(decode(rest.subarray(0, cut)) ?? windows.decode(rest.subarray(0, cut)))
      rest = rest.subarray(cut)
    }
  }
  if (rest.length > 0) yield clean(decodeEach(rest))
}

/** Where the last whole UTF-8 character of these bytes ends. */
function wholeCharacters(bytes: Uint8Array): number {
  let start = bytes.length - 1
  while (start > bytes.length - 4 && (bytes[start]! & 0xc0) === 0x80) start -= 1
  return (bytes[start]! & 0xc0) === 0xc0 ? start : bytes.length
}
