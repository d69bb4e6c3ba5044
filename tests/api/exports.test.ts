import { parse } from 'csv-parse/sync'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

describe('exports', () => {
  it('[EXP1] the CSV holds what the filter lets pass, one line a place, and spreadsheets run nothing of it', async () => {
    const { call, fetch } = await startApp()
    const contacts = [{ id: uuidv7(), kind: 'phone' as const, value: '+33 1 99 00 12 34', label: null }]
    await call(actorEndpoints.create, {
      body: anActor({ name: '=HYPERLINK("http://x";"y")', contacts, places: [aPlace(), aPlace()] }),
    })
    await call(actorEndpoints.create, { body: anActor({ name: 'CAF', typeId: 'caf', places: [] }) })
    const response = await fetch('/api/actors/export/csv?family=B')
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename=".+\.csv"/)
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      name: '\'=HYPERLINK("http://x";"y")',
      commune: 'Lille',
      longitude: '3.06',
      phone: '+33 1 99 00 12 34',
    })
  })

  it('[EXP2] the GeoJSON keeps an actor without a point, as a feature without a geometry', async () => {
    const { call, fetch } = await startApp()
    await call(actorEndpoints.create, { body: anActor() })
    await call(actorEndpoints.create, { body: anActor({ name: 'Sans lieu', places: [] }) })
    const { features } = (await (
      await fetch('/api/actors/export/geojson')
    ).json()) as GeoJSON.FeatureCollection<GeoJSON.Point | null>
    expect(
      features.map(({ geometry, properties }) => [properties!.name, geometry?.coordinates ?? null]),
    ).toEqual(
      expect.arrayContaining([
        ['CCAS de Lille', [3.06, 50.63]],
        ['Sans lieu', null],
      ]),
    )
  })
})
