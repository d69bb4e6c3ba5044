import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { refusal, reservation } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'
import type { CellRow, Reading } from './records.ts'
import { asked, questionOf, rejected } from './stop.ts'

type Field = { name: string; kind: string; from: number; to: number }
type Layout = { rows: number; header: number; length: number; language: number; fields: Field[] }
type Decode = (bytes: Uint8Array) => string

/** The upper half of code page 850, which DOS gave to France; TextDecoder does not know it. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
const decodeDos: Decode = (bytes) =>
  Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP850[byte - 128]!)).join('')

const decoderOf = (name: string): Decode | null => {
  if (/^(ibm|cp|dos)?-?850$/i.test(name)) return decodeDos
  const label = name
    .trim()
    .replace(/^(?:ansi |cp|windows-?)?(125\d)$/i, 'windows-$1')
    .replace(/^65001$/, 'utf-8')
  try {
    const decoder = new TextDecoder(
      /^8859-?\d+$/.test(label) ? `iso-${label.replace(/^8859-?/, '8859-')}` : label,
    )
    return (bytes) => decoder.decode(bytes)
  } catch {
    return null
  }
}

/** Language driver of a dBASE header, for those that French files carry. */
const LANGUAGES: Record<number, string> = {
  2: 'ibm850',
  3: 'windows-1252',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
}
const MAX_FIELDS = 1_000

async function readLayout(path: string): Promise<Layout> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, 32 + MAX_FIELDS * 32 + 1))
    await file.read(head, 0, head.length, 0)
    if (head.length < 33) throw rejected('unreadable_shapefile', 'dbf')
    const [header, length] = [head.readUInt16LE(8), head.readUInt16LE(10)]
    const fields: Field[] = []
    let from = 1
    for (let at = 32; at + 32 <= Math.min(header, head.length) && head[at] !== 0x0d; at += 32) {
      const end = head.indexOf(0, at)
      const name = head.toString('latin1', at, Math.min(end < at ? at + 11 : end, at + 11)).trim()
      const to = from + head[at + 16]!
      fields.push({
        name: name || `#${fields.length + 1}`,
        kind: String.fromCharCode(head[at + 11]!),
        from,
        to,
      })
      from = to
    }
    if (header < 33 || length < 1 || fields.length === 0 || from > length)
      throw rejected('unreadable_shapefile', 'dbf')
    return { rows: head.readUInt32LE(4), header, length, language: head[29]!, fields }
  } finally {
    await file.close()
  }
}

/** Records as bytes, deleted ones as null; as many as there really are, whatever the header says. */
async function* rawRows(path: string, { header, length, rows }: Layout): AsyncGenerator<Buffer | null> {
  let rest: Buffer = Buffer.alloc(0)
  let left = rows
  for await (const chunk of createReadStream(path, {
    start: header,
    highWaterMark: 256 * 1024,
  }) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let at = 0
    for (; at + length <= rest.length && left > 0; at += length, left -= 1) {
      yield rest[at] === 0x2a ? null : rest.subarray(at, at + length)
    }
    rest = rest.subarray(at)
  }
}

const SAMPLED_ROWS = 20_000

/** Text that is not plain ASCII, to judge an encoding by. */
async function accented(path: string, layout: Layout): Promise<Uint8Array[]> {
  const found: Uint8Array[] = []
  let seen = 0
  for await (const row of rawRows(path, layout)) {
    if (++seen > SAMPLED_ROWS || found.length >= 10) break
    for (const { kind, from, to } of layout.fields) {
      const cell = row?.subarray(from, to)
      if (kind === 'C' && cell?.some((byte) => byte > 127)) found.push(Uint8Array.from(cell))
    }
  }
  return found
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== ''
  } catch {
    return false
  }
}

/** What a person may choose among, with words of the file in each. */
const CHOICES = ['windows-1252', 'ibm850', 'macintosh', 'utf-8']

async function findDecoder(
  path: string,
  cpg: string | null,
  layout: Layout,
  { answers, notes }: Reading,
): Promise<Decode> {
  const said = cpg ? (await readFile(cpg)).toString('latin1').slice(0, 60).trim() : ''
  const told = answers.encoding ?? (/^[\w -]+$/.test(said) ? said : LANGUAGES[layout.language])
  const decoder = told === undefined ? null : decoderOf(told)
  if (decoder) return decoder
  const samples = await accented(path, layout)
  if (samples.length === 0) return decoderOf('windows-1252')!
  if (samples.every(isUtf8)) {
    notes.push(reservation('encoding_guessed', null, 'utf-8'))
    return decoderOf('utf-8')!
  }
  const problem = refusal('encoding_needed', null, said || null)
  const options = CHOICES.map((value) => ({
    value,
    samples: samples.map((bytes) => decoderOf(value)!(bytes).trim()),
  }))
  throw asked(problem, questionOf('encoding', problem, options, 'windows-1252'))
}

const readCell = (text: string, kind: string): string => {
  const value = text.split('\0', 1)[0]!.trim()
  if (kind === 'D') return /^\d{8}$/.test(value) ? value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : ''
  // A full field of stars is a number that did not fit.
  return (kind === 'N' || kind === 'F') && /^\*+$/.test(value) ? '' : value
}

export type Attributes = { names: string[]; rows: AsyncGenerator<RawRecord | null> }

/**
 * The attributes of a dBASE table, in order; null for a record that was deleted.
 *
 * @param cpg the file that tells its encoding, if there is one
 * @throws {FileStop} `unreadable_shapefile`, or a question about the encoding
 */
export async function readAttributes(
  path: string,
  cpg: string | null,
  reading: Reading,
): Promise<Attributes> {
  const layout = await readLayout(path)
  const decode = await findDecoder(path, cpg, layout, reading)
  const names = layout.fields.map(({ name }) => decode(Buffer.from(name, 'latin1')))
  async function* rows(): AsyncGenerator<RawRecord | null> {
    for await (const bytes of rawRows(path, layout)) {
      const record: RawRecord = Object.create(null)
      layout.fields.forEach(({ kind, from, to }, i) => {
        if (bytes) record[names[i]!] = readCell(decode(bytes.subarray(from, to)), kind)
      })
      yield bytes ? record : null
    }
  }
  return { names, rows: rows() }
}

/** A dBASE table by itself. */
export async function* dbaseCells(
  path: string,
  cpg: string | null,
  reading: Reading,
): AsyncGenerator<CellRow> {
  const { names, rows } = await readAttributes(path, cpg, reading)
  yield { line: 1, cells: names }
  let line = 1
  for await (const row of rows) {
    line += 1
    if (row) yield { line, cells: names.map((name) => String(row[name] ?? '')) }
  }
}
