import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CHILD = fileURLToPath(new URL('./workbook.child.ts', import.meta.url))
const TIME_LIMIT_MS = 2 * 60_000

export type WorkbookOrder = { csv: string; driver: 'XLSX' | 'ODS' }

/**
 * A table as a workbook of text cells, written by GDAL in a process of its own: it takes 100 MB and holds its thread.
 *
 * @param csv the table, separated by commas
 */
export function workbookOf(csv: string, driver: WorkbookOrder['driver']): Promise<Uint8Array> {
  const child = fork(CHILD, {
    execArgv: ['--permission', '--allow-fs-read=*'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  return new Promise((resolve, reject) => {
    child.once('message', (bytes) => resolve(bytes as Uint8Array))
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`writing a workbook ended with ${signal ?? code}`)))
    child.send({ csv, driver } satisfies WorkbookOrder)
  })
}
