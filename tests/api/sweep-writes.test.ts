import { getTableColumns } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as schema from '#db/schema'
import { changedCells, dumpRows } from '../support/changed-cells.ts'
import { ask, isRead, type Route, routesOf, type Sent, sharedBy } from '../support/sweep.ts'
import { startWorlds, type Worlds } from '../support/sweep-world.ts'
import { ALWAYS, ELSEWHERE, WRITES, writeOf } from '../support/sweep-writes.ts'

const { atEnd, end } = sharedBy()
let worlds: Worlds
let routes: Route[]

beforeAll(async () => {
  worlds = await startWorlds(atEnd)
  routes = (await routesOf(worlds.app)).filter((route) => !isRead(route))
})
afterAll(end)

const JUNK = 'junkmark'
const YEAR = '1987-'
const NUMBER = 7_654_321

/** What somebody would send for a column that is not theirs to write. */
const FORGED: [RegExp, (worlds: Worlds) => unknown][] = [
  [/^(workspaceId|id|accountId)$/, ({ other }) => other.workspaceId],
  [/^(role)$/, () => 'administrator'],
  [/^(operator|sharesActors|demo|approximate|awaitsPasskey)$/, () => true],
  [/(At|Until|On|Date)$/, () => `${YEAR}01-01T00:00:00Z`],
  [/^(version|seq|lastSeq|position|counter|points|\w+Points)$/, () => NUMBER],
  [/^(visibleTo|audience)$/, () => 'public'],
  [/(Fields|Codes|Ids|actions|aliases|transports)$/, () => [JUNK]],
]

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Cells that are not among those that may change; a table's name alone stands for all of it. */
const beyond = (cells: string[], allowed: string[]) =>
  cells.filter((cell) => !allowed.includes(cell) && !allowed.includes(cell.split('.')[0]!))

/** Every column of every table under both its names, but those that the object already has. */
function forgedFor(worlds: Worlds, object: Record<string, unknown>): Record<string, unknown> {
  const columns = Object.values(schema)
    .filter((table) => table instanceof PgTable)
    .flatMap((table) => Object.keys(getTableColumns(table)))
  const names = [...new Set(columns)].flatMap((name) => [
    [name, name],
    [name, snake(name)],
  ])
  const forged = names.map(([column, name]) => {
    const [, value] = FORGED.find(([pattern]) => pattern.test(column!)) ?? []
    return [name, value ? value(worlds) : JUNK]
  })
  return { ...Object.fromEntries(forged), ...object }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** The names that the contract gives a meaning to where they stand: sending them is no forgery. */
type Shape = {
  properties?: Record<string, Shape>
  anyOf?: Shape[]
  items?: Shape
  additionalProperties?: unknown
}

const merged = (shapes: Shape[]): Shape => ({
  properties: Object.assign(
    {},
    ...shapes.map(({ properties, anyOf }) => properties ?? (anyOf ? merged(anyOf).properties : {})),
  ),
})

/** A body with forged columns in each of its objects, beside what the contract names there. */
function forge(worlds: Worlds, value: unknown, shape: Shape | undefined): unknown {
  const known = shape?.anyOf ? merged(shape.anyOf) : shape
  if (Array.isArray(value)) return value.map((one) => forge(worlds, one, known?.items))
  if (!isPlain(value)) return value
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, forge(worlds, one, known?.properties?.[key])]),
  )
  const named = Object.keys(known?.properties ?? {})
  return Object.fromEntries(
    Object.entries(forgedFor(worlds, inner)).filter(([key]) => key in inner || !named.includes(key)),
  )
}

type Described = Record<
  string,
  Record<string, { requestBody?: { content: Record<string, { schema: Shape }> } }>
>

const shapeOf = ({ app }: Worlds, { method, path }: Route): Shape | undefined =>
  (app.app.swagger() as unknown as { paths: Described }).paths[path]?.[method.toLowerCase()]?.requestBody
    ?.content['application/json']?.schema

describe('every write', () => {
  it('[SWP4] has a request that succeeds here, or a test of its own', () => {
    const known = [...Object.keys(WRITES), ...Object.keys(ELSEWHERE)]
    expect(routes.map(({ name }) => name).toSorted()).toEqual(known.toSorted())
  })

  it('[SWP4] changes what it is for and nothing else, whatever columns are sent along', async () => {
    const { app, own, other } = worlds
    const wrong: string[] = []
    for (const route of routes.filter(({ name }) => name in WRITES)) {
      const { sent, by, write } = await writeOf(route, own, app, other)
      const body = forge(worlds, sent.body, shapeOf(worlds, route))
      const before = await dumpRows(app.database)
      const answer = await ask(app, by, { ...sent, ...(body !== undefined && { body }) })
      const after = await dumpRows(app.database)
      if (answer.statusCode >= 300) wrong.push(`${route.name}: ${answer.statusCode} ${answer.body}`)
      const allowed = [...ALWAYS, ...write.touches]
      const cells = beyond(changedCells(before, after), allowed)
      if (cells.length) wrong.push(`${route.name} changed ${cells.join(', ')}`)
      const added = [...after].filter(([key]) => !before.has(key)).map(([, row]) => JSON.stringify(row))
      const changed = [...after].filter(
        ([key, row]) => JSON.stringify(before.get(key)) !== JSON.stringify(row),
      )
      for (const text of [...added, ...changed.map(([, row]) => JSON.stringify(row))])
        if (text.includes(JUNK) || text.includes(YEAR) || text.includes(String(NUMBER)))
          wrong.push(`${route.name} kept what was forged: ${text}`)
      if (
        [...after].some(([, row]) => row.workspace_id === other.workspaceId && !before.has(keyOf(after, row)))
      )
        wrong.push(`${route.name} wrote in the other workspace`)
    }
    expect(wrong).toEqual([])
  })

  it('[SWP4] refuses a body that reaches for the prototype, and changes nothing', async () => {
    const { app, own, other } = worlds
    for (const route of routes.filter(({ name }) => name in WRITES && !name.includes('/api/imports')))
      for (const poison of [
        '{"__proto__":{"role":"administrator"}}',
        '{"constructor":{"prototype":{"role":1}}}',
      ]) {
        const { sent, by } = await writeOf(route, own, app, other)
        const before = await dumpRows(app.database)
        const answer = await ask(app, by, {
          ...sent,
          body: poison,
          headers: { 'content-type': 'application/json' },
        })
        expect([route.name, answer.statusCode]).toEqual([route.name, 400])
        const cells = changedCells(before, await dumpRows(app.database))
        expect([route.name, beyond(cells, ALWAYS)]).toEqual([route.name, []])
      }
    expect(({} as Record<string, unknown>).role).toBeUndefined()
  })

  it('[SWP4] takes a parameter once', async () => {
    const { app, own } = worlds
    const twice: Sent[] = [
      { method: 'POST', url: '/api/imports?filename=a.csv&filename=b.csv', body: 'x' },
      { method: 'GET', url: '/api/actors?q=a&q=b' },
      { method: 'GET', url: `/api/changes?entityId=${own.workspaceId}&entityId=${own.workspaceId}` },
      { method: 'GET', url: '/api/proposals?state=waiting&state=accepted' },
      { method: 'GET', url: '/api/calendar?from=2026-11-23&from=2026-11-24' },
      { method: 'GET', url: '/api/locate?q=val&q=mont' },
    ]
    for (const sent of twice) {
      const { statusCode } = await ask(app, own.administrator, sent)
      expect([sent.url, statusCode]).toEqual([sent.url, 400])
    }
  })
})

const keyOf = (dump: Map<string, unknown>, row: unknown): string =>
  [...dump].find(([, one]) => one === row)![0]
