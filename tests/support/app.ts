import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildApp } from '#api/app'
import type { Role } from '#api/domain/permissions'
import type { Endpoint, EndpointInput, EndpointResponse } from '#contract/endpoint'
import { call } from '#web/http/call.ts'
import { emptyDatabase } from './database.ts'

/** A Monday morning. Tests that need another moment pass it. */
export const MONDAY_10AM = new Date('2026-11-23T09:00:00Z')

/** The real application on an empty database, called through the real browser client. */
export async function startApp({ now = () => MONDAY_10AM }: { now?: () => Date } = {}) {
  const database = await emptyDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'maillage-'))
  const opened: { close(): Promise<unknown> }[] = []
  onTestFinished(async () => {
    for (const app of opened) await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const appAs = async (role: Role) => {
    const app = await buildApp({ database, now, dataDir, role })
    opened.push(app)
    return app
  }
  const app = await appAs('administrator')

  const client = (target: typeof app) => {
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const reply = await target.inject({
        url: String(url),
        method: (init?.method ?? 'GET') as 'GET',
        headers: { host: 'localhost', ...(init?.headers as Record<string, string>) },
        ...(init?.body && { payload: init.body as string }),
      })
      const empty = reply.statusCode === 204 || reply.statusCode === 304
      return new Response(empty ? null : new Uint8Array(reply.rawPayload), {
        status: reply.statusCode,
        headers: reply.headers as Record<string, string>,
      })
    }
    return {
      fetch,
      call: <const E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Promise<EndpointResponse<E>> =>
        call(endpoint, input, { fetch }),
    }
  }
  return { database, dataDir, app, ...client(app), as: async (role: Role) => client(await appAs(role)) }
}
