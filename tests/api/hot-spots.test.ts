import { expect, test } from 'vitest'
import type { EndpointInput } from '#contract/endpoint'
import { hotSpotEndpoints } from '#contract/hot-spots'
import { refusalOf } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { irisCode, squares } from '../support/estimates.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { importing } from '../support/import-runs.ts'

const ACROSS = 8
const KEY = {
  source: 'filosofi',
  period: '2021',
  level: 'iris',
  vintage: '2024',
  figure: 'poverty_rate',
} as const
type Asked = EndpointInput<typeof hotSpotEndpoints.find>['query']
type App = Awaited<ReturnType<typeof startApp>>

const hotSpots = ({ call }: Pick<App, 'call'>, more: Partial<Asked> = {}) =>
  call(hotSpotEndpoints.find, { query: { ...KEY, ...more } })

/** Poor in the north-west corner, and one zone whose rate is secret. */
async function withCorner(app: App, count = 64): Promise<string[]> {
  const { run } = importing(app)
  const codes = Array.from({ length: count }, (_, index) => irisCode(index))
  const lines = codes.map((code, index) => {
    const [column, row] = [index % ACROSS, Math.floor(index / ACROSS)]
    const rate = column < 4 && row < 4 ? 40 + ((index * 7) % 5) : 10 + ((index * 13) % 7)
    return `${code};${index === 63 ? 'ns' : rate};${20_000 - 100 * rate}`
  })
  await run(squares(count, ACROSS), { vintage: '2024' })
  await run(['IRIS;DISP_TP6021;DISP_MED21', ...lines].join('\n'), { vintage: '2024' })
  return codes
}

/** Census of single households: of each zone as many households, a tenth of them in one, half in the others. */
const census = (codes: readonly string[], households: (index: number) => number): string =>
  [
    'IRIS;COM;TYP_IRIS;C22_MEN;C22_MENPSEUL',
    ...codes.map((code, index) => {
      const share = index % ACROSS < 3 ? 0.5 : 0.2
      return `${code};${code.slice(0, 5)};H;${households(index)};${Math.round(share * households(index))}`
    }),
  ].join('\n')

test('[HOT20] zones come in the order of their codes, with a class and no value; a secret one is no data', async () => {
  const app = await startApp()
  const codes = await withCorner(app)
  const answer = await hotSpots(app)
  expect(answer.zones.map(({ code }) => code)).toEqual(codes)
  expect([...new Set(answer.zones.flatMap((zone) => Object.keys(zone)))].sort()).toEqual(
    ['class', 'code', 'name', 'p', 'zoneId'].sort(),
  )
  const classOf = (index: number) => answer.zones[index]!.class
  expect(classOf(0)).toBe('hot')
  expect(classOf(9)).toBe('hot')
  expect(classOf(63)).toBe('no_data')
  expect(answer.zones[63]!.p).toBeNull()
  expect(answer.moran!.i).toBeGreaterThan(0.5)
  expect(answer.done).toMatchObject({
    ...{ n: 63, tests: 63, inference: 'permutations', correction: 'BH', alpha: 0.05 },
    ...{ isConstant: false, standardised: false },
  })
  expect(answer.done.permutations).toBeGreaterThanOrEqual(2 * 63 * 20)
  expect(answer.zones.filter(({ class: of, p }) => of === 'hot' && p! > 0.05)).toEqual([])
})

test('[HOT21] the same question gets the same answer, on another server too', async () => {
  const app = await startApp()
  await withCorner(app)
  const first = await hotSpots(app, { method: 'local_moran' })
  const other = await app.restart()
  expect(await hotSpots(other, { method: 'local_moran' })).toEqual(first)
  expect(first.zones[9]!.class).toBe('high_high')
})

test('[HOT22] neighbours are those that touch, that share a side, the nearest, or those within a distance', async () => {
  const app = await startApp()
  await withCorner(app)
  const meanOf = async (more: Partial<Asked>) => (await hotSpots(app, more)).done.neighbours
  const [queen, rook] = [await meanOf({}), await meanOf({ neighbours: 'rook' })]
  // A board of 64 squares but one corner: 3 links of its own, two ways each, are gone.
  expect(queen).toBeCloseTo((2 * (2 * 8 * 7 + 2 * 7 * 7) - 6) / 63, 10)
  expect(rook).toBeCloseTo((2 * 2 * 8 * 7 - 4) / 63, 10)
  expect(await meanOf({ neighbours: 'nearest', reach: 5 })).toBe(5)
  const within = await meanOf({ neighbours: 'distance', reach: 720 })
  expect(within).toBeGreaterThan(1)
  expect(within).toBeLessThan(rook)
  expect(await meanOf({ neighbours: 'distance' })).toBeGreaterThanOrEqual(within)
})

test('[HOT23] fewer than thirty zones are too few, and how many there are is said', async () => {
  const app = await startApp()
  await withCorner(app, 29)
  const refused = await hotSpots(app).catch((error) => error.problem)
  expect(refused).toMatchObject({ status: 422, code: 'too_few_zones', values: { zones: 29, least: 30 } })
})

test('[HOT24] counts and medians are no rates; what was never imported is not found', async () => {
  const app = await startApp()
  const codes = await withCorner(app)
  await importing(app).run(
    census(codes, () => 400),
    { vintage: '2024' },
  )
  expect(await refusalOf(hotSpots(app, { figure: 'income_median' }))).toBe('422 figures_are_counts')
  const counts = { source: 'rp-familles', period: '2022', figure: 'households' }
  expect(await refusalOf(hotSpots(app, counts))).toBe('422 figures_are_counts')
  expect(await refusalOf(hotSpots(app, { period: '2001' }))).toBe('404 unknown_indicator')
})

test('[HOT25] a rate of two known counts is standardised for the size of its zones', async () => {
  const app = await startApp()
  const codes = await withCorner(app)
  await importing(app).run(
    census(codes, (index) => 100 + 37 * (index % 11)),
    { vintage: '2024' },
  )
  const answer = await hotSpots(app, { source: 'rp-familles', period: '2022', figure: 'share_single' })
  expect(answer.done).toMatchObject({ standardised: true, n: 64 })
  expect(answer.zones[8]!.class).toBe('hot')
})

test('[HOT26] members read; a visitor and another workspace do not', async () => {
  const app = await startApp()
  await withCorner(app)
  expect((await hotSpots(await app.as('participant'))).done.n).toBe(63)
  expect(await refusalOf(hotSpots(await app.as('visitor')))).toBe('403 forbidden')
  const other = await (await app.otherWorkspace()).as('administrator')
  expect(await refusalOf(hotSpots(other))).toBe('404 unknown_indicator')
})

test('[HOT27] the server answers while a large question is worked out', async () => {
  const contours = shared('samples/iris/iris-mel-59-wgs84.geojson')
  const filosofi = shared('samples/filosofi/BASE_TD_FILO_DISP_IRIS_2018_dep59.csv')
  if (!contours || !filosofi) return
  const app = await startApp()
  const { run } = importing(app)
  await run(contentOf(contours), { vintage: '2024' })
  await run(contentOf(filosofi), { vintage: '2024' })
  const asked = hotSpots(app, { period: '2018' })
  let answeredMeanwhile = 0
  let isOver = false
  const over = asked.finally(() => {
    isOver = true
  })
  while (!isOver) {
    await app.fetch('/api/territories')
    if (!isOver) answeredMeanwhile++
  }
  const { done, zones, moran } = await over
  expect(answeredMeanwhile).toBeGreaterThan(0)
  expect(done.n).toBeGreaterThan(250)
  expect(done.neighbours).toBeGreaterThan(3)
  expect(moran!.i).toBeGreaterThan(0.3)
  expect(zones.some(({ class: of }) => of === 'hot')).toBe(true)
}, 60_000)

test('[CMP5] a composite says words and spans in the order of codes; counts and lone indicators are refused', async () => {
  const app = await startApp()
  const codes = await withCorner(app)
  const composite = (...of: object[]) =>
    app.call(hotSpotEndpoints.composite, { query: { of: JSON.stringify(of) } })
  const answer = await composite(KEY, { ...KEY, figure: 'income_median', turned: true })
  expect(answer.zones.map(({ code }) => code)).toEqual(codes)
  expect(answer.draws).toBe(1_000)
  expect(answer.zones[0]).toMatchObject({ word: 'rather_high' })
  expect(answer.zones[63]).toMatchObject({ word: null, span: null })
  expect([...new Set(answer.zones.flatMap((zone) => Object.keys(zone)))].sort()).toEqual(
    ['code', 'name', 'span', 'word', 'zoneId'].sort(),
  )
  const disagreeing = await composite(KEY, { ...KEY, figure: 'income_median' })
  expect(disagreeing.zones[0]).toMatchObject({ word: 'undetermined' })
  expect(await refusalOf(composite(KEY))).toBe('400 invalid_request')
  expect(await refusalOf(composite(KEY, { ...KEY, vintage: '2023' }))).toBe('400 invalid_request')
  expect(await refusalOf(app.call(hotSpotEndpoints.composite, { query: { of: '{' } }))).toBe(
    '400 invalid_request',
  )
})
