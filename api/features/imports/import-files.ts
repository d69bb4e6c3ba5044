import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTooLarge } from './import-problems.ts'

/** The addresses of the whole country fit; formats that are read from memory have a limit of their own. */
export const MAX_FILE_BYTES = 4 * 1024 ** 3

/** Where uploaded files wait, each under the id of its run: a name given from outside never becomes a path. */
export const importFiles = (dataDir: string, maxBytes: number = MAX_FILE_BYTES) => {
  const directory = join(dataDir, 'imports')
  const pathOf = (runId: string) => join(directory, runId)
  const remove = (runId: string) => rm(pathOf(runId), { force: true })
  return {
    pathOf,
    remove,

    /** Answers how many bytes were written. Throws `file_too_large`, and then nothing stays on the disk. */
    async save(runId: string, body: unknown): Promise<number> {
      await mkdir(directory, { recursive: true })
      let bytes = 0
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          done(bytes > maxBytes ? fileTooLarge(maxBytes) : null, chunk)
        },
      })
      try {
        const source = body instanceof Readable ? body : Readable.from([])
        await pipeline(source, counted, createWriteStream(pathOf(runId), { flags: 'wx' }))
      } catch (error) {
        await remove(runId)
        throw error
      }
      return bytes
    },

    /** Removes every file but those of the runs that still need theirs. */
    async keepOnly(runIds: readonly string[]): Promise<void> {
      const kept = new Set(runIds)
      const names = await readdir(directory).catch(() => [])
      await Promise.all(names.filter((name) => !kept.has(name)).map(remove))
    },
  }
}
export type ImportFiles = ReturnType<typeof importFiles>
