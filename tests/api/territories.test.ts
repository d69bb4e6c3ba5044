import { bbox, polygon } from '@turf/turf'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { territoryEndpoints } from '#contract/territories'
import { zoneEndpoints } from '#contract/zones'
import type { Database } from '#db/client'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'

type Seed = {
  level: string
  code: string
  name: string
  communes: string[]
  population?: number
  vintage?: string
  box?: [number, number, number, number]
  postcodes?: string[]
}

/** Reference zones as seeds and imports write them. */
async function withZones(database: Database, ...zones: Seed[]) {
  for (const {
    level,
    code,
    name,
    communes,
    population = null,
    vintage = '2026',
    box,
    postcodes = [],
  } of zones)
    await rowsAsOperator(
      database,
      sql`INSERT INTO zones (id, level, code, name, vintage, source, communes, population, postcodes, area)
        VALUES (${uuidv7()}::uuid, ${level}, ${code}, ${name}, ${vintage}, 'test', ${`{${communes.join()}}`}::text[], ${population}::int,
          ${`{${postcodes.join()}}`}::text[], ${box ? sql`ST_Multi(ST_MakeEnvelope(${box[0]}::float8, ${box[1]}::float8, ${box[2]}::float8, ${box[3]}::float8, 4326))` : sql`NULL`})`,
    )
}

const LILLE: Seed = {
  level: 'commune',
  code: '59350',
  name: 'Lille',
  communes: ['59350'],
  population: 238_000,
  box: [3, 50.6, 3.1, 50.7],
  postcodes: ['59000'],
}
const ROUBAIX: Seed = {
  level: 'commune',
  code: '59512',
  name: 'Roubaix',
  communes: ['59512'],
  population: 98_000,
  box: [3.1, 50.6, 3.2, 50.7],
}
const MEL: Seed = {
  level: 'epci',
  code: '200093201',
  name: 'Métropole européenne de Lille',
  communes: ['59350', '59512'],
}

describe('territories', () => {
  it('[TER1] a territory of an EPCI holds its communes, their people and their bounds', async () => {
    const { call, database } = await startApp()
    await withZones(database, LILLE, ROUBAIX, MEL)
    const created = await call(territoryEndpoints.create, {
      body: { id: uuidv7(), name: 'MEL', epcis: ['200093201'] },
    })
    expect(created).toMatchObject({
      communeCodes: ['59350', '59512'],
      population: 336_000,
      bounds: [3, 50.6, 3.2, 50.7],
      demo: false,
    })
    const { area } = await call(territoryEndpoints.outline, { params: { id: created.id } })
    expect(area?.type).toBe('MultiPolygon')
    expect(area?.coordinates).toHaveLength(1)
  })

  it('[TER1] its outline has the holes of its communes, and none of the slivers between them', async () => {
    const { call, database } = await startApp()
    const boxes: Record<string, NonNullable<Seed['box']>> = {
      '59001': [3, 50.6, 3.2, 50.62],
      '59002': [3, 50.66, 3.2, 50.7],
      '59003': [3, 50.62, 3.05, 50.66],
      '59004': [3.0502, 50.62, 3.15, 50.66],
      '59005': [3.17, 50.62, 3.2, 50.66],
    }
    for (const [code, box] of Object.entries(boxes))
      await withZones(database, { level: 'commune', code, name: code, communes: [code], box })
    const { id } = await call(territoryEndpoints.create, {
      body: { id: uuidv7(), name: 'Cinq', communes: Object.keys(boxes) },
    })
    const { area } = await call(territoryEndpoints.outline, { params: { id } })
    if (area?.type !== 'MultiPolygon') throw new Error('not several polygons')
    const [outer, ...holes] = area.coordinates[0]!
    expect(bbox(polygon([outer!]))).toEqual([3, 50.6, 3.2, 50.7])
    expect(holes.map((hole) => bbox(polygon([hole])))).toEqual([[3.15, 50.62, 3.17, 50.66]])
  })

  it('[TER2] what lies in it is computed: a place inside or an intervention area that crosses', async () => {
    const { call, database } = await startApp()
    await withZones(database, LILLE, ROUBAIX)
    const communes = { id: uuidv7(), name: 'Roubaix', communes: ['59512'] }
    const ring: [number, number][] = [
      [3.1, 50.6],
      [3.2, 50.6],
      [3.2, 50.7],
      [3.1, 50.7],
      [3.1, 50.6],
    ]
    const drawn = {
      id: uuidv7(),
      name: 'Dessiné',
      polygon: { type: 'Polygon' as const, coordinates: [ring] },
    }
    for (const body of [communes, drawn]) await call(territoryEndpoints.create, { body })
    const inRoubaix = aPlace({ communeCode: '59512', point: { type: 'Point', coordinates: [3.15, 50.65] } })
    await call(actorEndpoints.create, { body: anActor({ name: 'dedans', places: [inRoubaix] }) })
    await call(actorEndpoints.create, { body: anActor({ name: 'dehors' }) })
    await call(actorEndpoints.create, {
      body: anActor({ name: 'y va', area: { communes: ['59512'], zones: [], polygon: null } }),
    })
    const names = async (territory: string) =>
      (await call(actorEndpoints.list, { query: { territory, sort: 'name' } })).items.map(({ name }) => name)
    expect(await names(communes.id)).toEqual(['dedans', 'y va'])
    expect(await names(drawn.id)).toEqual(['dedans'])
    expect(await call(territoryEndpoints.get, { params: { id: communes.id } })).toMatchObject({ actors: 2 })
    expect(await call(territoryEndpoints.get, { params: { id: drawn.id } })).toMatchObject({ actors: 1 })
  })

  it('[TER4] a place that was tapped on the map belongs to the commune that its point lies in', async () => {
    const { call, database } = await startApp()
    await withZones(database, LILLE, ROUBAIX)
    const tapped = aPlace({
      communeCode: null,
      communeName: null,
      postcode: null,
      point: { type: 'Point', coordinates: [3.05, 50.65] },
    })
    const { actor } = await call(actorEndpoints.create, { body: anActor({ places: [tapped] }) })
    expect(actor.places[0]).toMatchObject({ communeCode: '59350', communeName: 'Lille', postcode: '59000' })
    const elsewhere = {
      ...tapped,
      point: { type: 'Point' as const, coordinates: [9, 42] as [number, number] },
    }
    const { actor: moved, seq } = await call(actorEndpoints.update, {
      params: { id: actor.id },
      body: { version: 1, set: { places: [elsewhere] } },
    })
    expect(moved.places[0]!.communeCode).toBeNull()
    await call(changeEndpoints.undo, { params: { seq: seq! } })
    expect((await call(actorEndpoints.get, { params: { id: actor.id } })).places[0]!.communeCode).toBe(
      '59350',
    )
  })

  it('[TER3] a territory of nothing is refused; an archived one is no longer listed', async () => {
    const { call } = await startApp()
    await expect(
      call(territoryEndpoints.create, { body: { id: uuidv7(), name: 'Vide' } }),
    ).rejects.toMatchObject({
      problem: { status: 400, fields: { '/communes': 'territory_without_extent' } },
    })
    const { id } = await call(territoryEndpoints.create, {
      body: { id: uuidv7(), name: 'Lille', communes: ['59350'] },
    })
    await call(territoryEndpoints.archive, { params: { id } })
    expect(await call(territoryEndpoints.list, {})).toEqual([])
  })
})

describe('zones', () => {
  it('[ZON1] codes are texts, found by name without accents, by code and by postcode; one row a zone', async () => {
    const { call, database } = await startApp()
    await withZones(database, LILLE, { ...LILLE, vintage: '2018' }, ROUBAIX, MEL, {
      level: 'commune',
      code: '01004',
      name: 'Ambérieu-en-Bugey',
      communes: ['01004'],
    })
    const codes = async (q: string) =>
      (await call(zoneEndpoints.list, { query: { q } })).items.map(
        ({ code, vintage }) => `${code} ${vintage}`,
      )
    expect(await codes('lille')).toEqual(['59350 2026', '200093201 2026'])
    expect(await codes('amberieu')).toEqual(['01004 2026'])
    expect(await codes('0100')).toEqual(['01004 2026'])
    expect(await codes('59000')).toEqual(['59350 2026'])
  })

  it('[ZON2] coverage says which contours are there, vintage by vintage', async () => {
    const { call, database } = await startApp()
    await withZones(
      database,
      LILLE,
      { ...LILLE, vintage: '2018' },
      { level: 'commune', code: '59005', name: 'Allennes', communes: ['59005'] },
    )
    const coverage = await call(zoneEndpoints.coverage, { query: {} })
    expect(coverage.map(({ vintage, zones, contours }) => [vintage, zones, contours])).toEqual([
      ['2026', 2, 1],
      ['2018', 1, 1],
    ])
  })

  it('[ZON3] a place is found by commune, address or actor among what is loaded', async () => {
    const { call, database } = await startApp()
    await withZones(database, LILLE)
    await call(actorEndpoints.create, {
      body: anActor({ name: 'Maison des aidants', places: [aPlace({ address: '12 rue des Tilleuls' })] }),
    })
    const kinds = async (q: string) =>
      (await call(zoneEndpoints.locate, { query: { q } })).map(({ kind, label }) => [kind, label])
    expect(await kinds('lille')).toContainEqual(['commune', 'Lille'])
    expect(await kinds('tilleuls')).toContainEqual(['address', '12 rue des Tilleuls'])
    expect(await kinds('maison aidnats')).toContainEqual(['actor', 'Maison des aidants'])
  })

  it('[ZON4] a drawn zone belongs to the workspace and is listed among the others', async () => {
    const { call } = await startApp()
    const ring: [number, number][] = [
      [3, 50],
      [3.1, 50],
      [3.1, 50.1],
      [3, 50],
    ]
    const body = {
      id: uuidv7(),
      name: 'Autour de la gare',
      area: { type: 'Polygon' as const, coordinates: [ring] },
    }
    expect(await call(zoneEndpoints.draw, { body })).toMatchObject({
      level: 'drawn',
      name: 'Autour de la gare',
    })
    expect((await call(zoneEndpoints.list, { query: { level: ['drawn'] } })).total).toBe(1)
  })
})
