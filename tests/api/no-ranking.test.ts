import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildStaleGrids } from '#api/features/grid/build-squares.repository'
import { estimateEndpoints } from '#contract/estimates'
import { GRID_INDICATORS } from '#contract/grid'
import { type IndicatorKey, indicatorEndpoints, type ZoneValue } from '#contract/indicators'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { seedDemo } from '#seeds/run'
import { startApp } from '../support/app.ts'
import { estimating } from '../support/estimates.ts'
import { type App, addressOf, ask, isRead, routesOf, sharedBy } from '../support/sweep.ts'
import { tileAt } from '../support/tiles.ts'

const { atEnd, end } = sharedBy()
/** The middle of the fictional town. */
const TOWN = [-3.6, 46.35] as const
const THRESHOLD = 11
const RANKS = /^(?:\w*_)?(?:rank(?:ing|ed)?|score[sd]?|top\w*|position|quantile|percentile|decile|order)$/i
/** Units whose counts tell how many live somewhere. */
const LIVING = ['persons', 'households', 'dwellings']

let app: App
let answers: { url: string; body: unknown }[]
const keys: IndicatorKey[] = []
const runs: string[] = []

const queryOf = (key: Record<string, string>) => new URLSearchParams(key).toString()
const keyOf = ({ source, period, level, vintage, figure }: IndicatorKey) => ({
  source,
  period,
  level,
  vintage,
  figure,
})

/** All that the API says of zones: what figures, estimates, spots, squares and observations answer. */
const SAYS_ZONES =
  /^\/api\/(?:indicators|grids|estimates|hot-spots|composites|observations|rounds|presence|zones)/

function urlsOf(path: string): string[] {
  if (path === '/api/indicators/values') return keys.map((one) => `${path}?${queryOf(keyOf(one))}`)
  if (path === '/api/hot-spots')
    return keys
      .filter(({ figure, level }) => figure === 'poverty_rate' && level === 'iris')
      .flatMap((one) =>
        ['', '&method=local_moran&neighbours=nearest&reach=4'].map(
          (more) => `${path}?${queryOf(keyOf(one))}${more}`,
        ),
      )
  if (path === '/api/composites') {
    const shares = keys.filter(({ source, level }) => source === 'filosofi' && level === 'iris').slice(0, 3)
    return [
      `${path}?${queryOf({ of: JSON.stringify(shares.map((one) => ({ ...keyOf(one), turned: false }))) })}`,
    ]
  }
  if (path === '/api/grids/classes')
    return GRID_INDICATORS.map((indicator) => `${path}?vintage=2021&indicator=${indicator}&level=2`)
  if (path === '/api/estimates/{id}') return runs.map((id) => addressOf(path, { id }))
  if (path === '/api/observations/zones') return [`${path}?vintage=demo`]
  return [path.includes('{') ? addressOf(path) : path]
}

beforeAll(async () => {
  app = await startApp({ atEnd })
  await seedDemo(app.database, '2026-11-23')
  await buildStaleGrids(app.database, DEFAULT_WORKSPACE, new AbortController().signal)
  keys.push(...(await app.call(indicatorEndpoints.list, { query: {} })))
  const run = newId()
  await app.call(estimateEndpoints.start, {
    body: { id: run, name: 'Essai', parameters: { draws: 2 } } as never,
  })
  await estimating(app).ended(run)
  runs.push(run)
  answers = []
  const reads = (await routesOf(app)).filter((route) => isRead(route) && SAYS_ZONES.test(route.path))
  for (const { path } of reads.filter((route) => !/\.(?:mvt|csv)$/.test(route.path)))
    for (const url of urlsOf(path)) {
      const answer = await ask(app, app, { method: 'GET', url })
      if (answer.statusCode === 200) answers.push({ url, body: answer.json() })
      else expect([400, 404, 422], `${url} ${answer.body}`).toContain(answer.statusCode)
    }
})
afterAll(end)

/** Every object of an answer, with where it stands. */
function* objectsIn(value: unknown, at = ''): Generator<[string, Record<string, unknown>]> {
  if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* objectsIn(one, `${at}/${n}`)
  else if (typeof value === 'object' && value !== null) {
    yield [at, value as Record<string, unknown>]
    for (const [key, one] of Object.entries(value)) yield* objectsIn(one, `${at}/${key}`)
  }
}
function* listsIn(value: unknown): Generator<unknown[]> {
  if (Array.isArray(value)) yield value
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* listsIn(one)
}

function propertiesIn(tile: Buffer): Record<string, unknown>[] {
  const bytes = tile[0] === 0x1f ? gunzipSync(tile) : tile
  return Object.values(new VectorTile(new PbfReader(new Uint8Array(bytes))).layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, n) => layer.feature(n).properties),
  )
}

describe('nothing ranks zones', () => {
  test('[NOR1] everything that speaks of zones was asked, and answers', () => {
    for (const path of [
      '/api/indicators/values',
      '/api/hot-spots',
      '/api/grids/classes',
      '/api/estimates/',
      '/api/observations/zones',
    ])
      expect(answers.filter(({ url }) => url.startsWith(path)).length, path).toBeGreaterThan(0)
    expect(keys.length).toBeGreaterThan(20)
  })

  test('[NOR1] no field of an answer is a rank, a score or a place among zones', () => {
    const ranked = answers.flatMap(({ url, body }) =>
      [...objectsIn(body)].flatMap(([at, object]) =>
        Object.keys(object)
          .filter((name) => RANKS.test(name))
          .map((name) => `${url} ${at}/${name}`),
      ),
    )
    expect(ranked).toEqual([])
  })

  test('[NOR1] zones come in the order of their codes', () => {
    let seen = 0
    for (const { url, body } of answers)
      for (const list of listsIn(body)) {
        const codes = list.flatMap((one) => {
          const { code, zoneId } = (one ?? {}) as { code?: string; zoneId?: string | null }
          return typeof code === 'string' && zoneId !== undefined ? [code] : []
        })
        if (codes.length < 2) continue
        seen += 1
        expect(codes, url).toEqual(codes.toSorted())
      }
    expect(seen).toBeGreaterThan(20)
  })

  test('[NOR1] no zone shows a count of one to ten who live there', () => {
    const small: string[] = []
    for (const { url, body } of answers.filter((answer) => answer.url.startsWith('/api/indicators/values'))) {
      const { indicator, zones } = body as { indicator: { kind: string; unit: string }; zones: ZoneValue[] }
      if (indicator.kind !== 'count' || !LIVING.includes(indicator.unit)) continue
      for (const { code, value } of zones)
        if (value !== null && value > 0 && value < THRESHOLD) small.push(`${url} ${code} ${value}`)
    }
    expect(small).toEqual([])
  })

  test('[NOR1] exports keep the order and the threshold of what is shown', async () => {
    for (const key of keys.filter(({ source }) => source === 'cnaf').slice(0, 4)) {
      const answer = await ask(app, app, {
        method: 'GET',
        url: `/api/indicators/values.csv?${queryOf(keyOf(key))}`,
      })
      expect(answer.statusCode).toBe(200)
      const codes = answer.body.match(/^"?\d{9}"?(?=[;,])/gm) ?? []
      expect(codes).toEqual(codes.toSorted())
    }
  })

  test('[NOR1] no square of a tile holds one to ten households or persons', async () => {
    let squares = 0
    for (const indicator of ['households', 'persons'])
      for (const zoom of [8, 11, 13, 14]) {
        const url = `/api/grids/${tileAt([...TOWN], zoom).join('/')}.mvt?vintage=2021&indicator=${indicator}`
        const answer = await ask(app, app, { method: 'GET', url })
        if (answer.statusCode !== 200) continue
        for (const properties of propertiesIn(answer.rawPayload)) {
          squares += 1
          expect(Object.keys(properties).filter((name) => name !== 'v' && name !== 's')).toEqual([])
          if (properties.v !== undefined) expect(Number(properties.v)).toBeGreaterThanOrEqual(THRESHOLD)
        }
      }
    expect(squares).toBeGreaterThan(10)
  })
})
