import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Migration } from '../migrate.ts'
import { BackupRefused } from './refusals.ts'

/*
 * A backup is gzipped text, one JSON value a line: the header; then, for each table, its name and columns followed by
 * its rows, each an array of PostgreSQL's own text for every value (geometries as EWKB in hexadecimal); then the end,
 * with the rows of each table and the SHA-256 of all the lines before it.
 */
export const FORMAT = 'maillage-backup'
export const FORMAT_VERSION = 1

export type Header = {
  format: typeof FORMAT
  version: number
  migrations: Pick<Migration, 'name' | 'hash'>[]
}
export type TableLine = { table: string; columns: string[] }
type EndLine = { end: true; rows: Record<string, number>; sha256: string }

/** Writes lines to a file, with the end that they need; the file appears whole or not at all. Answers the counts. */
export async function writeBackupFile(
  path: string,
  lines: (count: (table: string, rows: number) => void) => AsyncIterable<string>,
): Promise<Record<string, number>> {
  const draft = `${path}.${process.pid}.part`
  const rows: Record<string, number> = {}
  const hash = createHash('sha256')
  async function* withEnd() {
    for await (const text of lines((table, more) => {
      rows[table] = (rows[table] ?? 0) + more
    })) {
      hash.update(text)
      yield text
    }
    yield `${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') } satisfies EndLine)}\n`
  }
  try {
    await pipeline(withEnd, createGzip(), createWriteStream(draft, { mode: 0o600 }))
    const written = await open(draft, 'r+')
    await written.sync()
    await written.close()
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return rows
}

/** The lines of a backup, without their ends. Throws {@link BackupRefused} for what is not gzip or ends too early. */
async function* readLines(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip()
  const source = createReadStream(path)
  source.on('error', (error) => gunzip.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString()
        rest = []
        from = at + 1
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'Z_DATA_ERROR' && gunzip.bytesWritten < 64 * 1024 && !rest.length)
      throw new BackupRefused('not_a_backup')
    if (code.startsWith('Z_')) throw new BackupRefused('backup_damaged', code)
    throw code.startsWith('E') ? new BackupRefused('file_unreadable', code) : error
  } finally {
    source.destroy()
  }
  if (rest.length) throw new BackupRefused('backup_damaged', 'the last line is not complete')
}

function parse<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T
  } catch {
    return undefined
  }
}

/** Reads the whole file once and believes it only if its end is there and right. Throws {@link BackupRefused}. */
export async function checkBackupFile(
  path: string,
): Promise<{ header: Header; rows: Record<string, number> }> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let last: string | undefined
  for await (const line of readLines(path)) {
    header ??= parse<Header>(line)
    if (header?.format !== FORMAT) throw new BackupRefused('not_a_backup')
    if (last !== undefined) hash.update(`${last}\n`)
    last = line
  }
  if (!header || last === undefined) throw new BackupRefused('not_a_backup')
  if (header.version !== FORMAT_VERSION)
    throw new BackupRefused('backup_of_another_version', `format ${header.version}`)
  const end = parse<EndLine>(last)
  if (end?.end !== true) throw new BackupRefused('backup_damaged', 'the end is missing')
  if (end.sha256 !== hash.digest('hex')) throw new BackupRefused('backup_damaged', 'the sum is wrong')
  return { header, rows: end.rows }
}

/** What lies between the header and the end of a file that was checked. */
export async function* readBackupFile(path: string): AsyncGenerator<TableLine | { row: string }> {
  let first = true
  for await (const line of readLines(path)) {
    if (line.startsWith('[')) yield { row: line }
    else if (!first && line.startsWith('{"table"')) yield JSON.parse(line) as TableLine
    first = false
  }
}
