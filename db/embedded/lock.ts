import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class DirectoryLocked extends Error {
  override name = 'DirectoryLocked'
  constructor(directory: string) {
    super(
      `Un autre Maillage utilise déjà le dossier « ${directory} ». Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR. / ` +
        `Another Maillage already uses the folder “${directory}”. Stop it, or choose another folder with DATA_DIR.`,
    )
  }
}

/**
 * Takes a folder for this process alone; throws {@link DirectoryLocked} at once when another has it.
 *
 * PGlite takes no lock, and two processes on one folder lose acknowledged rows without an error. Node has no
 * `flock`; SQLite holds a real file lock on every system, which the kernel gives back even after a `kill -9`.
 */
export function lockDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true })
  const lock = new DatabaseSync(join(directory, 'lock'), { timeout: 500 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === 5) throw new DirectoryLocked(directory)
    throw error
  }
  return { release: () => lock.close() }
}
