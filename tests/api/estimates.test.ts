import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { type EstimateResult, estimateEndpoints } from '#contract/estimates'
import { refusalOf } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { cnafFile, estimating, irisCode, withFigures } from '../support/estimates.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { importing } from '../support/import-runs.ts'

const offerOf = async ({ call }: Awaited<ReturnType<typeof startApp>>, benefit = 'rsa', level = 'iris') =>
  (await call(estimateEndpoints.offers, { query: {} })).find(
    (offer) => offer.benefit === benefit && offer.level === level,
  )!

test('[EST1] what is missing is said before anything is imported; what was imported is offered, with what stands in', async () => {
  const app = await startApp()
  expect(await offerOf(app)).toMatchObject({
    sources: null,
    missing: ['claimants', 'poverty_rate', 'contours'],
    zones: 0,
  })
  const { start } = estimating(app)
  expect(await refusalOf(start())).toBe('422 estimate_without_figures')

  await withFigures(app)
  const bare = await offerOf(app)
  expect(bare).toMatchObject({
    missing: [],
    zones: 12,
    assumptions: ['equal_sizes', 'national_tenure', 'parts_added_up', 'other_period', 'msa_left_out'],
    sources: {
      claimants: { source: 'cnaf', period: '2024-12', figure: 'rsa_households' },
      povertyRate: { source: 'filosofi', period: '2021', figure: 'poverty_rate' },
      households: null,
      tenures: null,
    },
  })
  expect(bare.parameters).toMatchObject({
    cvEligible: 0.46,
    rates: { owner: 0.61, social: 0.15, private: 0.33 },
  })
})

test('[EST2] the census gives households and tenures, which then replace what stood in for them', async () => {
  const app = await startApp()
  await withFigures(app, 12, { housing: true })
  const offer = await offerOf(app)
  expect(offer.sources).toMatchObject({
    households: { figure: 'main_homes' },
    tenures: { figure: 'homes_owned' },
  })
  expect(offer.assumptions).toEqual(['parts_added_up', 'other_period', 'msa_left_out'])
  expect(offer.parameters.cvEligible).toBe(0.35)
  const { result, counts } = await estimating(app).done()
  const unsaid = Object.fromEntries(result.zones.flatMap((z) => (z.unsaid ? [[z.code, z.unsaid]] : [])))
  expect(unsaid).toEqual({ [irisCode(2)]: 'secret', [irisCode(3)]: 'few_households' })
  expect(counts).toEqual({ zones: 12, estimated: 10, unsaid: { secret: 1, few_households: 1 } })
})

test('[EST3] zones come in the order of their codes, with a word and a range rounded outward to 5', async () => {
  const app = await startApp()
  const codes = await withFigures(app)
  const run = await estimating(app).done()
  const { zones, total, totals, swings, nationalCheck } = run.result
  expect(zones.map(({ code }) => code)).toEqual(codes)
  expect(zones.every(({ zoneId, name }) => zoneId && name.startsWith('Quartier'))).toBe(true)
  for (const { word, range, unsaid } of zones) {
    expect(word === null).toBe(unsaid !== null)
    expect(range === null).toBe(unsaid !== null)
    for (const end of range ?? []) expect(end % 5).toBe(0)
  }
  expect(total.low).toBeLessThan(total.middle)
  expect(total.middle).toBeLessThan(total.high)
  expect(totals.map(({ points }) => points)).toEqual(Array.from({ length: 21 }, (_, i) => i - 10))
  expect(totals[20]!.middle).toBeGreaterThan(totals[0]!.middle)
  expect(swings.map(({ parameter }) => parameter).sort()).toEqual(
    ['cvEligible', 'rates', 'rounding', 'scale', 'sdTakeUp'].sort(),
  )
  const widths = swings.map(({ low, high }) => Math.abs(high.middle - low.middle))
  expect(widths[0]).toBeGreaterThan(widths[4]!)
  expect(nationalCheck).toBeGreaterThan(0.33)
  expect(nationalCheck).toBeLessThan(0.345)
  expect(run.blindSpots).toContain('msa')
})

test('[EST4] the same inputs, parameters and seed: the same hash and the same result; another seed, another hash', async () => {
  const app = await startApp()
  await withFigures(app)
  const { done } = estimating(app)
  const parameters = { draws: 20 }
  const [one, again, other] = [
    await done({ parameters }),
    await done({ parameters }),
    await done({ parameters, seed: 8 }),
  ]
  expect(again.hash).toBe(one.hash)
  expect(again.result).toEqual(one.result)
  expect(one.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(other.hash).not.toBe(one.hash)
  const list = await app.call(estimateEndpoints.list, { query: {} })
  expect(list.total).toBe(3)
})

/** Every name in an answer, however deep. */
const namesIn = (value: unknown): string[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, part]) => [
        ...(Array.isArray(value) ? [] : [name]),
        ...namesIn(part),
      ])
    : []

test('[EST5] nothing of a zone leaves the server but its word and its range', async () => {
  const app = await startApp()
  await withFigures(app)
  const run = await estimating(app).done()
  const raw = await app.fetch(`/api/estimates/${run.id}`)
  const body = (await raw.json()) as { result: EstimateResult }
  const ofZones = new Set(body.result.zones.flatMap((zone) => Object.keys(zone)))
  expect([...ofZones].sort()).toEqual(['code', 'name', 'range', 'unsaid', 'word', 'zoneId'])
  const names = new Set(namesIn(body))
  for (const never of [
    'inputs',
    'mean',
    'q05',
    'q50',
    'q95',
    'probabilityAbove',
    'poorHouseholds',
    'suppressed',
  ])
    expect([...names], never).not.toContain(never)
  expect(JSON.stringify(body)).not.toMatch(/rank|score|"rang"|top_/i)
})

test('[EST6] a participant reads and does not run; another workspace finds nothing', async () => {
  const app = await startApp()
  await withFigures(app)
  const { id } = await estimating(app).done()
  const participant = await app.as('participant')
  expect((await participant.call(estimateEndpoints.get, { params: { id } })).id).toBe(id)
  expect(await refusalOf(estimating(participant).start())).toBe('403 forbidden')
  expect(await refusalOf(participant.call(estimateEndpoints.cancel, { params: { id } }))).toBe(
    '403 forbidden',
  )
  const visitor = await app.as('visitor')
  expect(await refusalOf(visitor.call(estimateEndpoints.get, { params: { id } }))).toBe('403 forbidden')
  const other = await (await app.otherWorkspace()).as('administrator')
  expect(await refusalOf(other.call(estimateEndpoints.get, { params: { id } }))).toBe(
    '404 estimate_not_found',
  )
  expect((await other.call(estimateEndpoints.list, { query: {} })).total).toBe(0)
  expect(await refusalOf(estimating(other).start())).toBe('422 estimate_without_figures')
  expect(await refusalOf(estimating(app).start({ territoryId: newId() }))).toBe('404 territory_not_found')
  expect(await refusalOf(estimating(app).start({ id }))).toBe('409 estimate_already_exists')
})

test('[EST7] figures in which nobody claims are refused; sources that say something else as well', async () => {
  const app = await startApp()
  const codes = await withFigures(app)
  const { start } = estimating(app)
  const { sources } = await offerOf(app)
  const wrong = { ...sources!, povertyRate: { ...sources!.povertyRate, figure: 'income_median' } }
  expect(await refusalOf(start({ sources: wrong }))).toBe('422 estimate_without_figures')
  const none = cnafFile(codes, '2025-12').replaceAll(/(majoré;)\d*/g, '$10')
  await importing(app).run(none, { vintage: '2023' })
  expect(await refusalOf(start())).toBe('422 estimate_without_claimants')
  const chosen = await estimating(app).done({ sources: sources!, parameters: { draws: 0 } })
  expect(chosen.sources.claimants.period).toBe('2024-12')
})

test('[EST8] the whole way from published files: contours, Filosofi and claimants in the format of the CNAF', async () => {
  const contours = shared('samples/iris/iris-mel-59-l93.gpkg')
  const filosofi = shared('samples/filosofi/BASE_TD_FILO_DISP_IRIS_2018_dep59.csv')
  if (!contours || !filosofi) return
  const app = await startApp()
  const { run } = importing(app)
  await run(contentOf(contours), { vintage: '2024', filename: 'iris.gpkg' })
  await run(contentOf(filosofi), { filename: 'filosofi.csv' })
  const published = readFileSync(filosofi, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => (line ? [line.split(';')] : []))
  const codes = published.map(([code]) => code!)
  const claimants = cnafFile(codes, '2024-12', (index) => 8 * Number(published[index]![1] || 10))
  await run(claimants, { vintage: '2023', filename: 'cnaf.csv' })
  const { counts, result, assumptions } = await estimating(app).done({ parameters: { draws: 20 } })
  expect(assumptions).toContain('other_period')
  expect(counts.estimated).toBeGreaterThan(300)
  expect(result.zones.filter(({ zoneId }) => zoneId)).toHaveLength(517)
  const words = Map.groupBy(result.zones, ({ word }) => word)
  expect([...words.keys()].toSorted()).toEqual(
    ['probably_few', 'probably_more', 'undetermined', null].toSorted(),
  )
}, 240_000)

test('[EST9] published rates name their source and their year', async () => {
  const app = await startApp()
  const rates = await app.call(estimateEndpoints.rates, {})
  expect(rates.find(({ benefit }) => benefit === 'RSA')).toMatchObject({ rate: 0.34, year: '2018' })
  expect(rates.every(({ source, year, rate }) => source && year && rate > 0 && rate < 1)).toBe(true)
  expect(rates.some(({ benefit }) => /AAH|juridictionnelle/.test(benefit))).toBe(false)
})

test('[EST10] what a run was made of stays with it, behind the server', async () => {
  const app = await startApp()
  await withFigures(app)
  const { id } = await estimating(app).done()
  const [row] = await rowsAsOperator<{ inputs: { zones: object[] }; seed: number }>(
    app.database,
    sql`SELECT inputs, seed FROM estimate_runs WHERE id = ${id}::uuid`,
  )
  expect(row!.inputs.zones).toHaveLength(11)
  expect(row!.seed).toBe(7)
})
