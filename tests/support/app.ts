import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { onTestFinished } from 'vitest'
import { type AppOptions, buildApp } from '#api/app'
import { insertSession } from '#api/features/accounts/sessions.repository'
import type { Endpoint, EndpointInput, EndpointResponse } from '#contract/endpoint'
import type { Limits } from '#contract/members'
import type { Role } from '#contract/roles'
import type { Database } from '#db/client'
import { accounts } from '#db/schema/accounts'
import { members } from '#db/schema/members'
import { workspaces } from '#db/schema/workspaces'
import { DEFAULT_WORKSPACE, withAccounts } from '#db/workspace'
import { seedNomenclature } from '#seeds/run'
import { call } from '#web/http/call.ts'
import { emptyDatabase } from './database.ts'

/** A Monday morning. Tests that need another moment pass it. */
export const MONDAY_10AM = new Date('2026-11-23T09:00:00Z')

type Who = { role: Role; workspaceId?: string; limits?: Partial<Limits> }

/** A real account, member of a workspace, with a real session; a visitor has no account. Answers with its token. */
function signIn(database: Database, now: Date, { role, workspaceId = DEFAULT_WORKSPACE, limits }: Who) {
  return withAccounts(database, async (tx) => {
    const accountId = role === 'visitor' ? null : newId()
    if (accountId) {
      const email = `${accountId}@example.org`
      await tx.insert(accounts).values({ id: accountId, name: `Compte ${role}`, email })
      await tx.insert(members).values({
        workspaceId,
        accountId,
        role,
        limitTerritories: limits?.territories ?? [],
        limitFamilies: limits?.families ?? [],
      })
    }
    const { token } = await insertSession(tx, { accountId, workspaceId, device: 'test' }, now)
    return { accountId, token }
  })
}

type Options = Partial<Omit<AppOptions, 'database' | 'dataDir'>> & {
  /** Is given what ends the application; otherwise it ends with the test. */
  atEnd?: (end: () => Promise<void>) => void
}

/** The real application on an empty database, called through the real browser client with a real session. */
export async function startApp({
  now = () => MONDAY_10AM,
  atEnd = onTestFinished,
  ...options
}: Options = {}) {
  const database = await emptyDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'maillage-'))
  const opened: FastifyInstance[] = []
  const open = async () => {
    const app = await buildApp({ database, now, dataDir, ...options })
    opened.push(app)
    return app
  }
  const app = await open()
  atEnd(async () => {
    for (const one of opened) await one.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** A browser, or a program: it sends these headers, and keeps no cookie but what they hold. */
  const client = (headers: Record<string, string> = {}, target = app) => {
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const reply = await target.inject({
        url: String(url),
        method: (init?.method ?? 'GET') as 'GET',
        headers: { host: 'localhost', ...headers, ...(init?.headers as Record<string, string>) },
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
      headers,
      call: <const E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Promise<EndpointResponse<E>> =>
        call(endpoint, input, { fetch }),
    }
  }

  const as = async (role: Role, more: Omit<Who, 'role'> = {}) => {
    const { accountId, token } = await signIn(database, now(), { role, ...more })
    return { ...client({ cookie: `maillage=${token}`, 'x-maillage': '1' }), accountId, token }
  }

  /** Another organisation on the same server, empty but for the nomenclature. */
  const otherWorkspace = async (name = 'Autre espace') => {
    const id = newId()
    await withAccounts(database, (tx) => tx.insert(workspaces).values({ id, name }))
    await seedNomenclature(database, id)
    return { id, as: (role: Role, more: Omit<Who, 'role'> = {}) => as(role, { ...more, workspaceId: id }) }
  }

  const own = await as('administrator')
  return {
    database,
    dataDir,
    app,
    ...own,
    /** Another server on the same database and files. */
    restart: async () => client(own.headers, await open()),
    as,
    client,
    anonymous: () => client(),
    otherWorkspace,
  }
}
