import { open } from 'node:fs/promises'
import type { Reading } from './records.ts'
import { rejected } from './stop.ts'

/** Where the header of an OLE compound file says how large its sectors are, and in which its directory begins. */
const SECTOR_SHIFT = 0x1e
const DIRECTORY = 0x30
/** Sectors of the directory that are read, four entries in each of the usual 512 bytes: a protected workbook has eleven. */
const SECTORS = 8
/** Entries of a workbook that a password protects: [MS-OFFCRYPTO] 2.1 and 2.3.4.4. */
const PROTECTED = ['EncryptedPackage', '\u0006DataSpaces'].map((entry) => Buffer.from(entry, 'utf16le'))

/**
 * Old Office files are not read, nor are new ones behind a password, which come in the same container.
 *
 * @throws {FileStop} `file_protected` or `unreadable_binary`, always
 */
export async function refuseCompound({ path }: Pick<Reading, 'path'>, head: Uint8Array): Promise<never> {
  const header = Buffer.from(head)
  const size = header.length > DIRECTORY + 4 ? 2 ** Math.min(header.readUInt16LE(SECTOR_SHIFT), 12) : 0
  const directory = Buffer.alloc(size * SECTORS)
  if (size) {
    const file = await open(path)
    await file
      .read(directory, 0, directory.length, (header.readUInt32LE(DIRECTORY) + 1) * size)
      .finally(() => file.close())
  }
  throw PROTECTED.some((entry) => directory.includes(entry))
    ? rejected('file_protected')
    : rejected('unreadable_binary', 'XLS, DOC')
}
