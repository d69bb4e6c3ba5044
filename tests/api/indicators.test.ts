import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { cellKey } from '#api/domain/disclosure-cells'
import { indicatorEndpoints, valuesCsvPath } from '#contract/indicators'
import { territoryEndpoints } from '#contract/territories'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { recovered, town } from '../support/disclosure.ts'
import { importing } from '../support/import-runs.ts'

const INCOME = [
  'IRIS;DISP_TP6021;DISP_MED21;DISP_NOTE21',
  '593500101;21,5;17890;0',
  '593500102;ns;nd;1',
  '593500103;12,5;22000;0',
  '590090101;30,5;15000;0',
].join('\n')
/** By commune: what the same source publishes of a larger zone. */
const INCOME_COMMUNES = ['CODGEO;MED21;TP6021;NBMENFISC21', '59350;19000;24,5;100000'].join('\n')
const HOMES = [
  'IRIS,COM,LAB_IRIS,P22_RP,P22_RP_PROP,P22_RP_LOC,P22_RP_LOCHLMV,P22_RP_GRAT',
  '593500101,59350,1,200,120,77,20,3',
  '593500102,59350,1,8,6,2,0,0',
  '593500103,59350,2,100.4,40.2,40.2,0,20',
  '590090101,59009,1,300,100,180,90,20',
].join('\n')
const RSA = [
  'dtreffre,numcomdo,numirisd,rsa_type,indfoy_rsa',
  '2024-12-31,59350,0101,RSA majoré,15',
  '2024-12-31,59350,0101,RSA non majoré,60',
  '2024-12-31,59350,0102,RSA majoré,',
  '2024-12-31,59350,0102,RSA non majoré,35',
  '2024-12-31,59350,0103,RSA non majoré,10',
  '2024-12-31,59009,0101,RSA non majoré,40',
].join('\n')

const LEVEL = { level: 'iris', vintage: '2022' } as const
const RATE = { ...LEVEL, source: 'filosofi', period: '2021', figure: 'poverty_rate' } as const
const homes = (figure: string) => ({ ...LEVEL, source: 'rp-logement', period: '2022', figure })

async function started() {
  const app = await startApp()
  const { run } = importing(app)
  for (const file of [INCOME, INCOME_COMMUNES, HOMES, RSA]) await run(file, { vintage: '2022' })
  const values = (
    query: Parameters<typeof app.call<typeof indicatorEndpoints.values>>[1]['query'],
    by = app,
  ) => by.call(indicatorEndpoints.values, { query })
  const csv = async (query: Record<string, string>, headers = app.headers) =>
    app.app.inject({ url: valuesCsvPath, query, headers: { host: 'localhost', ...headers } })
  return { ...app, values, csv }
}

test('[IND1] every imported figure is listed with its source, and the shares that two of them make', async () => {
  const { call } = await started()
  const list = await call(indicatorEndpoints.list, { query: {} })
  const of = (figure: string) => list.filter((one) => one.figure === figure)
  expect(of('poverty_rate').map(({ level, zones }) => [level, zones])).toEqual([
    ['commune', 1],
    ['iris', 4],
  ])
  expect(of('share_social')[0]).toMatchObject({
    source: 'rp-logement',
    kind: 'ratio',
    unit: 'percent',
    ratio: { of: 'homes_social', to: 'main_homes' },
    licence: 'Licence Ouverte 2.0',
    zones: 4,
  })
  expect(of('rsa_households')[0]).toMatchObject({ source: 'cnaf', period: '2024-12', kind: 'count' })
})

test('[IND2] each source says whom it does not see', async () => {
  const { values } = await started()
  const spots = async (key: Parameters<typeof values>[0]) => (await values(key)).indicator.blindSpots
  expect(await spots(RATE)).toEqual(expect.arrayContaining(['homeless', 'hosted', 'students']))
  expect(await spots(homes('main_homes'))).toEqual(expect.arrayContaining(['homeless', 'sampled']))
  const rsa = { ...LEVEL, source: 'cnaf', period: '2024-12', figure: 'rsa_households' }
  expect(await spots(rsa)).toEqual(expect.arrayContaining(['msa', 'domiciled', 'rounded_to_5']))
})

test('[IND3] a secret is a status and no number; parts add up with the status of the worst', async () => {
  const { values } = await started()
  const rate = (await values(RATE)).zones
  expect(rate.map(({ code }) => code)).toEqual(['590090101', '593500101', '593500102', '593500103'])
  expect(rate[1]).toMatchObject({ value: 21.5, status: 'observed', flags: { DISP_NOTE: '0' } })
  expect(rate[2]).toMatchObject({ value: null, status: 'secret' })
  const rsa = await values({ ...LEVEL, source: 'cnaf', period: '2024-12', figure: 'rsa_households' })
  expect(rsa.zones.map(({ value, status }) => [value, status])).toEqual([
    [40, 'rounded'],
    [75, 'rounded'],
    [null, 'secret'],
    [null, 'withheld'],
  ])
})

test('[MSK4] a zone of fewer than eleven households by one source is withheld in every other', async () => {
  const { values, call, run } = await (async () => {
    const app = await started()
    return { ...app, ...importing(app) }
  })()
  await run(INCOME.replace('593500102;ns;nd', '593500102;99,5;9000'), { vintage: '2022' })
  expect((await values(RATE)).zones[2]).toMatchObject({ value: null, status: 'withheld' })
  for (const { ratio: _, ...key } of await call(indicatorEndpoints.list, { query: {} })) {
    if (key.level !== 'iris') continue
    const { source, period, level, vintage, figure } = key
    const zone = (await values({ source, period, level, vintage, figure })).zones.find(
      ({ code }) => code === '593500102',
    )
    expect([figure, zone?.value ?? null]).toEqual([figure, null])
  }
})

test('[MSK5] what is withheld is in no figure, share or export, whatever the territory', async () => {
  const { call, values, csv } = await started()
  const free = (await values(homes('homes_free'))).zones
  expect(free.map(({ value, status }) => [value, status])).toEqual([
    [20, 'observed'],
    [null, 'withheld'],
    [null, 'withheld'],
    [20, 'observed'],
  ])
  // Three rent-free homes are what is left of the others: one of them goes too, and its share.
  expect((await values(homes('homes_rented'))).zones[1]).toMatchObject({ value: null, status: 'withheld' })
  expect((await values(homes('share_rented'))).zones[1]).toMatchObject({ value: null, status: 'withheld' })
  expect((await values(homes('share_owned'))).zones[1]).toMatchObject({ value: 60, status: 'observed' })
  const territory = await call(territoryEndpoints.create, {
    body: { id: '01990000-0000-7000-8000-000000000001', name: 'Lille', communes: ['59350'] },
  })
  const inside = await values({ ...homes('homes_rented'), territory: territory.id })
  expect(inside.zones.map(({ code, status }) => [code, status])).toEqual([
    ['593500101', 'withheld'],
    ['593500102', 'withheld'],
    ['593500103', 'observed'],
  ])
  const written = (await csv(homes('homes_rented'))).body
  expect(written).toContain('593500101;593500101;;withheld;1\r\n')
})

test('[IND4] an export is rounded, says its source, and runs nothing in a spreadsheet', async () => {
  const { csv, database } = await started()
  const reply = await csv(homes('main_homes'))
  expect(reply.headers['content-type']).toContain('text/csv')
  const lines = reply.body.split('\r\n')
  expect(lines[0]).toBe('\ufeffcode;name;main_homes;status;LAB_IRIS')
  expect(lines).toContain('593500103;593500103;100;observed;2')
  expect(lines).toContain('source;rp-logement')
  expect(lines).toContain('licence;Licence Ouverte 2.0')
  expect(lines).toContain('not_seen;homeless | hosted | sampled')
  await rowsAsOperator(database, sql`UPDATE statistics SET flags = '{"LAB_IRIS": "=1+1"}'`)
  expect((await csv(homes('main_homes'))).body).toContain(";'=1+1")
  const events = await rowsAsOperator(
    database,
    sql`SELECT kind FROM security_events WHERE kind = 'figures_exported'`,
  )
  expect(events).toHaveLength(2)
})

test('[IND5] a territory is compared with what the same source publishes around it, else with medians', async () => {
  const { call, values } = await started()
  const { id } = await call(territoryEndpoints.create, {
    body: { id: '01990000-0000-7000-8000-000000000002', name: 'Notre ville', communes: ['59350'] },
  })
  expect((await values({ ...RATE, territory: id })).references).toEqual([
    { name: '59350', kind: 'published', value: 24.5 },
  ])
  expect((await values(RATE)).references).toEqual([{ name: '', kind: 'median', value: 21.5 }])
})

test('[IND6] visitors read no figure, contributors export, and another workspace sees none', async () => {
  const { as, anonymous, csv, otherWorkspace } = await started()
  const visitor = await as('visitor')
  await expect(visitor.call(indicatorEndpoints.values, { query: RATE })).rejects.toMatchObject({
    problem: { status: 403 },
  })
  await expect(anonymous().call(indicatorEndpoints.list, { query: {} })).rejects.toMatchObject({
    problem: { status: 401 },
  })
  const participant = await as('participant')
  expect((await participant.call(indicatorEndpoints.values, { query: RATE })).zones).toHaveLength(4)
  expect((await csv(RATE, participant.headers)).statusCode).toBe(403)
  const other = await (await otherWorkspace()).as('administrator')
  expect(await other.call(indicatorEndpoints.list, { query: {} })).toEqual([])
  await expect(other.call(indicatorEndpoints.values, { query: RATE })).rejects.toMatchObject({
    problem: { status: 404, code: 'unknown_indicator' },
  })
})

test('[IND7] a figure joins the contours of its vintage, or of none said the newest', async () => {
  const { values, database } = await started()
  const id = (n: number) => `01990000-0000-7000-8000-00000000000${n}`
  for (const [n, vintage] of [
    [1, '2021'],
    [2, '2022'],
    [3, '2023'],
  ] as const)
    await rowsAsOperator(
      database,
      sql`INSERT INTO zones (id, level, code, name, vintage, source, communes, area) VALUES (${id(n)}::uuid, 'iris', '593500101',
        ${`Centre ${vintage}`}, ${vintage}, 'test', '{59350}',
        ST_Multi(ST_MakeEnvelope(3, 50, 3.1, 50.1, 4326)))`,
    )
  expect((await values(RATE)).zones[1]).toMatchObject({ zoneId: id(2), name: 'Centre 2022' })
  expect((await values(RATE)).zones[0]).toMatchObject({ zoneId: null, name: '590090101' })
  await rowsAsOperator(database, sql`UPDATE statistics SET vintage = 'unknown'`)
  expect((await values({ ...RATE, vintage: 'unknown' })).zones[1]).toMatchObject({ zoneId: id(3) })
})

test('[MSK6] whoever reads every figure, share and export of all levels works out nothing that is withheld', async () => {
  const app = await startApp()
  const zones = town(7, 3, 5)
  const rows = zones.map(({ level, code, figures }) => ({ id: newId(), level, code, figures }))
  await rowsAsOperator(
    app.database,
    sql`INSERT INTO statistics (workspace_id, id, source, period, level, code, vintage, figures)
      SELECT ${DEFAULT_WORKSPACE}::uuid, id, 'rp-logement', '2022', level, code, '2022', figures
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(id uuid, level text, code text, figures jsonb)`,
  )
  const read = new Map<string, number | null>()
  for (const { source, period, level, vintage, figure, ratio } of await app.call(indicatorEndpoints.list, {
    query: {},
  })) {
    const query = { source, period, level, vintage, figure }
    const { zones: said } = await app.call(indicatorEndpoints.values, { query })
    for (const { code, value } of said) read.set(cellKey(level, code, figure), value)
    const { body } = await app.app.inject({
      url: valuesCsvPath,
      query,
      headers: { host: 'localhost', ...app.headers },
    })
    for (const { code, status } of said.filter(({ value }) => value === null))
      expect(body).toContain(`\r\n${code};${code};;${status}`)
    if (ratio)
      for (const { code } of said.filter(({ value }) => value !== null))
        for (const part of [ratio.of, ratio.to]) expect(read.get(cellKey(level, code, part))).not.toBeNull()
  }
  const withheld = new Set([...read].flatMap(([key, value]) => (value === null ? [key] : [])))
  expect(withheld.size).toBeGreaterThan(10)
  expect(recovered(zones, withheld)).toEqual([])
})
