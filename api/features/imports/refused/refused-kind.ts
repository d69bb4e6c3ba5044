import { open } from 'node:fs/promises'
import { findSeparator } from '../reading/csv-cells.ts'

/** In which format the refused rows of a file come back. */
export type RefusedKind = { kind: 'csv'; separator: string } | { kind: 'json' | 'geojson' | 'xlsx' | 'ods' }

const HEAD_BYTES = 64 * 1024
const DEFAULT: RefusedKind = { kind: 'csv', separator: ';' }
/** What the name of a file that has been removed still says. */
const BY_NAME: readonly [RegExp, RefusedKind][] = [
  [/\.xlsx$/i, { kind: 'xlsx' }],
  [/\.ods$/i, { kind: 'ods' }],
  [/\.(json|ndjson)$/i, { kind: 'json' }],
]

async function headOf(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path)
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

/** What the bytes say that the file is; features of any other format come back as GeoJSON. */
function kindOfHead(head: Buffer): RefusedKind | null {
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    if (head.includes('opendocument.spreadsheet')) return { kind: 'ods' }
    return /xl\/|\[Content_Types\]/.test(head.toString('latin1')) ? { kind: 'xlsx' } : null
  }
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe
  const text = head.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '')
  if (text.includes('\0')) return null
  const start = text.trimStart()[0]
  if (start === '<') return { kind: 'geojson' }
  if (start === '[' || start === '{') return { kind: 'json' }
  return { kind: 'csv', separator: findSeparator(text).separator }
}

/**
 * In which format the refused rows of an import come back: that of its file as long as it is here, else what one of
 * its rows looks like or its name says.
 *
 * @param path the imported file, or null when it has been removed
 * @param record one refused row, if there is one
 * @param name of the file, as it was sent
 */
export async function refusedKind(
  path: string | null,
  record: Record<string, unknown> | null,
  name: string,
): Promise<RefusedKind> {
  if (record?.type === 'Feature') return { kind: 'geojson' }
  const head = path === null ? null : await headOf(path)
  const named = BY_NAME.find(([form]) => form.test(name))?.[1]
  return (head && kindOfHead(head)) ?? named ?? DEFAULT
}
