import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { accountEndpoints } from '#contract/accounts'
import type { startApp } from './app.ts'

const COMMAND = fileURLToPath(new URL('../../seeds/import-file.ts', import.meta.url))

export type Said = { exit: number; out: string; err: string }

/** The command line on a real server, with the token of an administrator. */
export async function importCommand({ app, call }: Awaited<ReturnType<typeof startApp>>) {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const { token } = await call(accountEndpoints.createToken, { body: { name: 'essai' } })
  const env = { MAILLAGE_URL: `http://127.0.0.1:${port}`, MAILLAGE_TOKEN: token, LANG: 'fr_FR.UTF-8' }
  return (...given: string[]): Promise<Said> =>
    new Promise((resolve) => {
      execFile(process.execPath, [COMMAND, ...given], { env }, (error, out, err) =>
        resolve({ exit: Number(error?.code ?? 0), out, err }),
      )
    })
}
