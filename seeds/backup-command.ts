import { readConfig } from '#api/config'
import { BackupRefused } from '#db/backup/refusals'
import { type Database, openDatabase } from '#db/client'
import { DirectoryLocked } from '#db/embedded/lock'

/** What the shell is told. */
const EXIT = { done: 0, refused: 2, usage: 4 } as const

/** The longest that a timer can wait: 24 days. */
const NO_LIMIT_MS = 2 ** 31 - 1

/**
 * One command on the database of the environment, with one file. An embedded database must not be in use.
 * A server's is opened by the role that may migrate, for which no row is hidden.
 */
export async function onDatabase(
  usage: string,
  work: (database: Database, path: string) => Promise<Record<string, number>>,
): Promise<void> {
  const [path, ...more] = process.argv.slice(2)
  if (!path || more.length) {
    console.error(usage)
    process.exitCode = EXIT.usage
    return
  }
  try {
    const { databaseAdminUrl, dataDir } = readConfig(process.env)
    const database = await openDatabase(
      databaseAdminUrl ? { url: databaseAdminUrl } : { directory: dataDir, timeLimit: NO_LIMIT_MS },
    )
    try {
      const rows = await work(database, path)
      for (const [table, count] of Object.entries(rows)) console.log(`${table}\t${count}`)
    } finally {
      await database.close()
    }
  } catch (error) {
    console.error((error as Error).message)
    const isRefusal = error instanceof BackupRefused || error instanceof DirectoryLocked
    process.exitCode = isRefusal ? EXIT.refused : 1
  }
}
