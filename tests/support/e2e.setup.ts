import type { TestProject } from 'vitest/node'
import { buildInterface } from '#api/http/interface'
import { startServer, temporaryFolder } from './server-process.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The demo territory on a fresh embedded database. */
    serverUrl: string
  }
}

/** One server for all browser tests. */
export default async function setup(project: TestProject) {
  await buildInterface()
  const folder = temporaryFolder()
  const server = await startServer({ DATA_DIR: folder.path, DEMO: '1' }).catch((error) => {
    folder.remove()
    throw error
  })
  project.provide('serverUrl', server.url)
  return async () => {
    await server.kill('SIGTERM')
    folder.remove()
  }
}
