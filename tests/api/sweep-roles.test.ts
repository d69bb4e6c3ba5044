import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS, type Action, can } from '#api/domain/permissions'
import { accountEndpoints } from '#contract/accounts'
import { ROLES, type Role } from '#contract/roles'
import { startApp } from '../support/app.ts'
import {
  type Answer,
  type App,
  addressOf,
  ask,
  codeOf,
  type Route,
  routesOf,
  sharedBy,
} from '../support/sweep.ts'

const { atEnd, end } = sharedBy()
let app: App
let routes: Route[]

beforeAll(async () => {
  app = await startApp({ atEnd })
  routes = await routesOf(app)
})
afterAll(end)

/** Routes that end the session which asks; it is asked with another one. */
const ENDING = ['DELETE /api/session', 'GET /api/provider/leave']

const isForbidden = (answer: Answer, action: Action) =>
  answer.statusCode === 403 && codeOf(answer) === 'forbidden' && answer.json().values.action === action

/** What a caller got: `sign in` and `forbidden` are the two ways to be told no by the permissions. */
function verdictOf(answer: Answer, { action }: Route): 'sign in' | 'forbidden' | 'allowed' {
  if (isForbidden(answer, action)) return 'forbidden'
  // Who may enter may still lack an account to do it with: that is the handler's answer, not the permissions'.
  const isRefused = codeOf(answer) === 'sign_in_needed' && !can(null, action)
  return isRefused ? 'sign in' : 'allowed'
}

const send = (who: { headers: Record<string, string> }, { method, path }: Route) =>
  ask(app, who, { method, url: addressOf(path) })

describe('every route, whoever asks', () => {
  it('[SWP1] every route names an action that the table knows', () => {
    expect(routes.length).toBeGreaterThan(70)
    expect(routes.filter(({ action }) => !Object.hasOwn(ACTIONS, action))).toEqual([])
    expect(Object.keys(ACTIONS).filter((action) => !routes.some((route) => route.action === action))).toEqual(
      [],
    )
  })

  it.each([null, ...ROLES])('[SWP1] a %s may call what the table says, and nothing else', async (role) => {
    const fresh = () => (role === null ? app.client({ 'x-maillage': '1' }) : app.as(role as Role))
    const who = await fresh()
    const seen: string[] = []
    const expected: string[] = []
    for (const route of routes) {
      const answer = await send(ENDING.includes(route.name) ? await fresh() : who, route)
      const no = role === null ? 'sign in' : 'forbidden'
      seen.push(`${route.name}: ${verdictOf(answer, route)}`)
      expected.push(`${route.name}: ${can(role as Role | null, route.action) ? 'allowed' : no}`)
      expect(answer.statusCode, `${route.name} ${answer.body}`).not.toBe(500)
    }
    expect(seen).toEqual(expected)
  })

  it('[SWP1] a program may call what its token was made for, and nothing else', async () => {
    const { token } = await app.call(accountEndpoints.createToken, {
      body: { name: 'Lecture', actions: ['actor:read', 'territory:read'] },
    })
    const program = app.client({ authorization: `Bearer ${token}` })
    for (const route of routes) {
      const answer = await send(program, route)
      const may = ['actor:read', 'territory:read'].includes(route.action)
      expect([route.name, verdictOf(answer, route)]).toEqual([route.name, may ? 'allowed' : 'forbidden'])
    }
  })
})
