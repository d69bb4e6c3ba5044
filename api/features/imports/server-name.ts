import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What tells this server from others on the same database, the same after a restart: files that wait for their import
 * lie in its data folder, and only it can go on with them.
 */
export async function serverName(dataDir: string): Promise<string> {
  const path = join(dataDir, 'server-name')
  const known = await readFile(path, 'utf8').catch(() => '')
  if (known) return known
  const name = randomUUID()
  await mkdir(dataDir, { recursive: true })
  await writeFile(path, name)
  return name
}
