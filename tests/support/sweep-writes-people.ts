import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { accountEndpoints } from '#contract/accounts'
import { memberEndpoints } from '#contract/members'
import { joined, PASSWORD } from './accounts.ts'
import { rowsAsOperator } from './database.ts'
import type { App } from './sweep.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite } from './sweep-write.ts'

const ENTERING = ['sessions.*', 'accounts.last_sign_in_at', 'security_events.*', 'attempts.*']

const run = (app: App, statement: Parameters<typeof rowsAsOperator>[1]) =>
  rowsAsOperator(app.database, statement)

const someone = (app: App, { workspaceId }: World) => app.as('contributor', { workspaceId })

async function invited({ administrator }: World) {
  return administrator.call(memberEndpoints.invite, { body: { role: 'contributor' } })
}

const anEmail = () => `${newId()}@example.org`

/** Accounts, sessions, members and the workspace itself. */
export const PEOPLE_WRITES: Record<string, MakeWrite> = {
  'POST /api/session': async (world, app) => {
    const email = anEmail()
    await joined({ ...app, ...world.administrator } as never, 'contributor', email)
    return { body: { email, password: PASSWORD }, by: app.client({ 'x-maillage': '1' }), touches: ENTERING }
  },
  'DELETE /api/session': async (world, app) => ({
    by: await someone(app, world),
    touches: ['sessions.*', 'security_events.*'],
  }),
  'POST /api/session/visit': async ({ publicLink }, app) => ({
    body: { secret: publicLink },
    by: app.client({ 'x-maillage': '1' }),
    touches: ['sessions.*'],
  }),
  'PUT /api/session/workspace': async (world, app) => ({
    body: { workspaceId: world.workspaceId },
    by: await someone(app, world),
    touches: ['sessions.workspace_id'],
  }),
  'PATCH /api/account': async (world, app) => ({
    body: { name: 'Dominique' },
    by: await someone(app, world),
    touches: ['accounts.name'],
  }),
  'PUT /api/account/password': async (world, app) => ({
    body: { password: PASSWORD },
    by: await someone(app, world),
    touches: ['accounts.password_hash', 'security_events.*'],
  }),
  'POST /api/account/password/strength': async () => ({ body: { password: 'x', words: [] }, touches: [] }),
  'DELETE /api/account/sessions/{id}': async (world, app) => {
    const by = await someone(app, world)
    const [session] = await by.call(accountEndpoints.sessions, {})
    return { by, values: { id: session!.id }, touches: ['sessions.*', 'security_events.*'] }
  },
  'DELETE /api/account/passkeys/{id}': async (world, app) => {
    const by = await someone(app, world)
    const id = `key-${newId()}`
    await run(
      app,
      sql`INSERT INTO passkeys (id, account_id, name, public_key, counter) VALUES (${id}, ${by.accountId}::uuid, 'clé', '\\x00', 0)`,
    )
    return { by, values: { id }, touches: ['passkeys.*', 'security_events.*'] }
  },
  'POST /api/account/tokens': async (world, app) => ({
    body: { name: 'Tableur', actions: null, days: 30 },
    by: await someone(app, world),
    touches: ['access_tokens.*', 'security_events.*'],
  }),
  'DELETE /api/account/tokens/{id}': async (world, app) => {
    const by = await someone(app, world)
    const { description } = await by.call(accountEndpoints.createToken, { body: { name: 'Tableur' } })
    return { by, values: { id: description.id }, touches: ['access_tokens.*', 'security_events.*'] }
  },
  'POST /api/account/erase': async (world, app) => ({
    body: {},
    by: await someone(app, world),
    touches: ['accounts.*', 'members.*', 'sessions.*', 'security_events.*', 'security_events.account_id'],
  }),
  'PATCH /api/workspace': async () => ({
    body: { kind: 'training' },
    touches: ['workspaces.kind', 'security_events.*'],
  }),
  'POST /api/workspaces': async (world, app) => {
    const by = await app.as('contributor', { workspaceId: world.workspaceId })
    await run(app, sql`UPDATE accounts SET operator = true WHERE id = ${by.accountId}::uuid`)
    return {
      by,
      body: { name: 'Nouvel espace', kind: 'training' },
      touches: ['workspaces.*', 'members.*', 'actor_types.*', 'security_events.*'],
    }
  },
  'PATCH /api/members/{id}': async (world, app) => ({
    values: { id: (await someone(app, world)).accountId! },
    body: { role: 'trainer', limits: { territories: [], families: ['A'] } },
    touches: ['members.role', 'members.limit_families', 'security_events.*'],
  }),
  'DELETE /api/members/{id}': async (world, app) => ({
    values: { id: (await someone(app, world)).accountId! },
    touches: ['members.*', 'sessions.*', 'sessions.workspace_id', 'security_events.*'],
  }),
  'POST /api/invitations': async () => ({
    body: { role: 'contributor', limits: { territories: [], families: [] }, label: 'Camille', days: 3 },
    touches: ['invitations.*', 'security_events.*'],
  }),
  'DELETE /api/invitations/{id}': async (world) => ({
    values: { id: (await invited(world)).invitation.id },
    touches: ['invitations.*', 'security_events.*'],
  }),
  'POST /api/invitation/open': async (world, app) => ({
    body: { secret: (await invited(world)).secret },
    by: app.client({ 'x-maillage': '1' }),
    touches: [],
  }),
  'POST /api/invitation/accept': async (world, app) => ({
    body: {
      secret: (await invited(world)).secret,
      account: { name: 'Dominique', email: anEmail(), password: PASSWORD },
    },
    by: app.client({ 'x-maillage': '1' }),
    touches: ['accounts.*', 'members.*', 'invitations.*', ...ENTERING],
  }),
}
