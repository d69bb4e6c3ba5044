import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { DirectoryLocked, lockDirectory } from '#db/embedded/lock'
import { temporaryFolder } from '../support/server-process.ts'

const LOCK = fileURLToPath(new URL('../../db/embedded/lock.ts', import.meta.url))

function aFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  return folder.path
}

/** Another process that takes the folder, then does as it is told. */
function elsewhere(folder: string, then: string) {
  const script = `import { lockDirectory } from ${JSON.stringify(LOCK)}
    const lock = lockDirectory(${JSON.stringify(folder)}); ${then}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
}

test('[REL1] a folder is one process’s, and another is told so in two languages', () => {
  const folder = aFolder()
  const lock = lockDirectory(folder)
  onTestFinished(lock.release)
  expect(() => lockDirectory(folder)).toThrow(DirectoryLocked)
  expect(() => lockDirectory(folder)).toThrow(/DATA_DIR.*Another Maillage already uses the folder/s)
  expect(elsewhere(folder, '').stderr).toContain('Un autre Maillage utilise déjà le dossier')
})

test('[REL1] a folder that was given back, or whose process was killed, can be taken', () => {
  const folder = aFolder()
  lockDirectory(folder).release()
  expect(elsewhere(folder, 'process.kill(process.pid, "SIGKILL")').signal).toBe('SIGKILL')
  lockDirectory(folder).release()
})
