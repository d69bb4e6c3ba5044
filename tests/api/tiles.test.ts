import { sql } from 'drizzle-orm'
import type { Point, Polygon } from 'geojson'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { TileJson } from '#contract/tiles'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { type Feature, tileAt, tileFeatures } from '../support/tiles.ts'

const LILLE: [number, number] = [3.06, 50.63]
const at = (lng: number, lat: number) => aPlace({ point: { type: 'Point', coordinates: [lng, lat] } })
const counted = (features: Feature[]) =>
  features.reduce((sum, { properties }) => sum + (typeof properties.n === 'number' ? properties.n : 1), 0)

describe('tiles of actors', () => {
  it('[TIL1] a place lands in the tile that contains it, at the right spot, and in no other', async () => {
    const { call, fetch } = await startApp()
    const input = anActor({ places: [at(...LILLE)] })
    await call(actorEndpoints.create, { body: input })
    const [feature] = await tileFeatures(fetch, 'actors', tileAt(LILLE, 14))
    expect(feature!.properties).toEqual({ id: input.id, family: 'B', state: 'u', name: 'CCAS de Lille' })
    const [lng, lat] = (feature!.geometry as Point).coordinates
    expect(lng).toBeCloseTo(LILLE[0], 4)
    expect(lat).toBeCloseTo(LILLE[1], 4)
    expect(await tileFeatures(fetch, 'actors', tileAt([4.8, 45.7], 14))).toEqual([])
  })

  it('[TIL2] at every zoom, under any filter, the map counts what list and facets count', async () => {
    const { call, fetch } = await startApp()
    for (let n = 0; n < 60; n++) {
      const typeId = n % 3 ? 'ccas' : 'caf'
      const places = [
        at(2.9 + (n % 10) * 0.03, 50.5 + (n % 7) * 0.02),
        ...(n % 5 ? [] : [at(LILLE[0], LILLE[1])]),
      ]
      await call(actorEndpoints.create, {
        body: anActor({ typeId, places: n === 7 ? [] : places, publics: n % 2 ? ['jeunes'] : [] }),
      })
    }
    const archived = (await call(actorEndpoints.list, { query: { limit: 1 } })).items[0]!
    const { seq } = await call(actorEndpoints.archive, { params: { id: archived.id } })

    const agree = async (query: Record<string, string>) => {
      const page = await call(actorEndpoints.list, { query })
      const facets = await call(actorEndpoints.facets, { query })
      expect(facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(page.total)
      const search = new URLSearchParams(query).toString()
      for (const z of [0, 3, 6, 9, 10, 11, 12]) {
        const [, west, south] = tileAt([2.8, 50.4], z)
        const [, east, north] = tileAt([3.3, 50.8], z)
        let places = 0
        for (let x = west; x <= east; x++)
          for (let y = north; y <= south; y++)
            places += counted(await tileFeatures(fetch, 'actors', [z, x, y], search && `?${search}`))
        // Places one by one are also sent around the edge of a tile: each is counted once at least.
        if (z < 11) expect([z, places]).toEqual([z, page.places])
        else expect(places).toBeGreaterThanOrEqual(page.places)
      }
    }
    for (const query of [
      {},
      { family: 'C' },
      { type: 'ccas', public: 'jeunes' },
      { q: 'lille' },
      { archived: 'true' },
    ])
      await agree(query as Record<string, string>)
    await call(changeEndpoints.undo, { params: { seq: seq! } })
    await agree({})
  })

  it('[TIL3] cells say how many and of which families, and follow edits', async () => {
    const { call, fetch, database } = await startApp()
    const first = anActor({ typeId: 'ccas', places: [at(...LILLE)] })
    await call(actorEndpoints.create, { body: first })
    await call(actorEndpoints.create, { body: anActor({ typeId: 'caf', places: [at(...LILLE)] }) })
    const cells = () => tileFeatures(fetch, 'actors', tileAt(LILLE, 6))
    expect((await cells()).map(({ properties }) => properties)).toEqual([{ n: 2, families: 'B1C1' }])
    await call(actorEndpoints.update, {
      params: { id: first.id },
      body: { version: 1, set: { places: [at(6, 45)] } },
    })
    expect((await cells()).map(({ properties }) => properties)).toEqual([{ n: 1, families: 'C1' }])
    const [stray] = await rowsAsOperator<{ n: string }>(
      database,
      sql`SELECT count(*) AS n FROM map_cells WHERE n < 0`,
    )
    expect(Number(stray!.n)).toBe(0)
  })

  it('[TIL4] an ETag answers 304 until something changes, and bytes are compressed once asked', async () => {
    const { call, app, headers: own } = await startApp()
    for (let n = 0; n < 30; n++)
      await call(actorEndpoints.create, { body: anActor({ places: [at(...LILLE)] }) })
    const url = `/api/tiles/actors/${tileAt(LILLE, 14).join('/')}.mvt`
    const get = (headers: Record<string, string> = {}) =>
      app.inject({ url, headers: { host: 'localhost', ...own, ...headers } })
    const first = await get()
    expect(first.headers).toMatchObject({
      'cache-control': 'private, max-age=0, must-revalidate',
      vary: 'accept-encoding',
    })
    const etag = String(first.headers.etag)
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(304)
    expect((await get({ 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
    await call(actorEndpoints.create, { body: anActor({ places: [at(...LILLE)] }) })
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(200)
  })

  it('[TIL5] a tile that cannot exist is refused, and TileJSON names those that can', async () => {
    const { fetch } = await startApp()
    expect((await fetch('/api/tiles/actors/3/9/0.mvt')).status).toBe(404)
    expect((await fetch('/api/tiles/actors/25/0/0.mvt')).status).toBe(400)
    expect((await fetch('/api/tiles/nothing/3/0/0.mvt')).status).toBe(400)
    const { tiles, vector_layers } = TileJson.parse(await (await fetch('/api/tiles/zones.json')).json())
    expect(tiles[0]).toMatch(/\/api\/tiles\/zones\/\{z\}\/\{x\}\/\{y\}\.mvt$/)
    expect(vector_layers[0]!.id).toBe('zones')
  })
})

describe('tiles of zones', () => {
  it('[TIL6] a contour is drawn at every zoom, clipped to the tile, with its code and name', async () => {
    const { database, fetch } = await startApp()
    const ring = [
      [3, 50.6],
      [3.1, 50.6],
      [3.1, 50.7],
      [3, 50.7],
      [3, 50.6],
    ]
    await rowsAsOperator(
      database,
      sql`WITH z AS (INSERT INTO zones (id, level, code, name, vintage, source, communes, area)
        VALUES (${uuidv7()}::uuid, 'iris', '593500101', 'Vieux Lille 1', '2020', 'test', '{59350}',
          ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] })}::text), 4326)) RETURNING id)
        SELECT id FROM z`,
    )
    await rowsAsOperator(database, sql`SELECT refresh_zone_shapes(array_agg(id)) FROM zones`)
    for (const z of [6, 9, 11, 14]) {
      const [feature] = await tileFeatures(fetch, 'zones', tileAt([3.05, 50.65], z), '?level=iris')
      expect(feature!.properties).toMatchObject({ code: '593500101', name: 'Vieux Lille 1' })
      expect((feature!.geometry as Polygon).type).toBe('Polygon')
    }
    expect(await tileFeatures(fetch, 'zones', tileAt([3.05, 50.65], 14), '?level=iris&vintage=2024')).toEqual(
      [],
    )
  })
})
