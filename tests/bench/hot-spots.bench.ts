import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { giStar } from '#api/domain/getis-ord'
import { disc, gridLists, gridWeights, QUEEN } from '#api/domain/grid-weights'
import { findHotSpots, MOST_PERMUTED } from '#api/domain/hot-spots'
import { permutationP } from '#api/domain/hot-spots-permutations'
import { localMoran } from '#api/domain/local-moran'
import { drawNormal, randomFrom } from '#api/domain/random'
import { queenContiguity, type Surface } from '#api/domain/spatial-weights-contiguity'
import type { Load } from './load.ts'
import type { Report } from './report.ts'

/** A kilometre, in cells of 200 m: 81 of them. */
const KILOMETRE = disc(5)
const PEER = new URL('hot-spots.R', import.meta.url).pathname
const SAME = 1e-9

/** Cells of which three in ten are missing, row by row, with values that gather a little. */
function cellsOf(n: number) {
  const random = randomFrom(4)
  const [columns, rows, values] = [new Int32Array(n), new Int32Array(n), new Float64Array(n)]
  const width = Math.ceil(Math.sqrt(n / 0.7))
  for (let at = 0, i = 0; i < n; at++) {
    if (random() > 0.7) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    columns[i] = x
    rows[i] = y
    values[i++] = 100 + 10 * drawNormal(random) + 5 * Math.sin(x / 9) * Math.cos(y / 13)
  }
  return { columns, rows, values }
}

/** Squares whose sides have 25 vertices, as winding as contours are. */
function contoursOf(n: number): Surface[] {
  const width = Math.ceil(Math.sqrt(n))
  const wind = (a: number, b: number) => 0.1 * Math.sin(7 * a + 3 * b) * Math.sin(Math.PI * (a % 1))
  return Array.from({ length: n }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    const along = (step: number) => step / 25
    const steps = Array.from({ length: 25 }, (_, step) => step)
    const across = (row: number, step: number) => [x + along(step), row + wind(x + along(step), row)]
    const down = (column: number, step: number) => [column + wind(y + along(step), column), y + along(step)]
    const ring = [
      ...steps.map((step) => across(y, step)),
      ...steps.map((step) => down(x + 1, step)),
      ...steps.map((step) => across(y + 1, 25 - step)),
      ...steps.map((step) => down(x, 25 - step)),
      [x, y],
    ]
    return { type: 'Polygon', coordinates: [ring.map(([a, b]) => [a! / 100, b! / 100])] }
  })
}

/** Processor time, so that what else runs on the machine does not count; the middle and the slow runs by the clock. */
function measured<T>(step: () => T, times: number): { load: Load; result: T } {
  let result = step()
  for (let warm = 0; warm < Math.min(20, times); warm++) result = step()
  const clock: number[] = []
  const start = process.threadCpuUsage()
  for (let run = 0; run < times; run++) {
    const began = performance.now()
    result = step()
    clock.push(performance.now() - began)
  }
  const { user, system } = process.threadCpuUsage(start)
  clock.sort((a, b) => a - b)
  const load = {
    perSecond: (1e6 * times) / (user + system),
    p50: clock[times >> 1]!,
    p95: clock[Math.floor(times * 0.95)]!,
  }
  return { load, result }
}

const largestGap = (ours: Float64Array, theirs: Float64Array): number =>
  ours.reduce((most, z, i) => {
    if (Number.isNaN(z) && Number.isNaN(theirs[i])) return most
    return Math.max(most, Number.isNaN(z - theirs[i]!) ? Number.POSITIVE_INFINITY : Math.abs(z - theirs[i]!))
  }, 0)

/** What R's spdep makes of the same cells, and the seconds that it takes. */
function askSpdep({ columns, rows, values }: ReturnType<typeof cellsOf>) {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-spdep-'))
  const lines = Array.from(values, (value, i) => `${columns[i]},${rows[i]},${value}`)
  writeFileSync(join(folder, 'cells.csv'), ['column,row,value', ...lines].join('\n'))
  const printed = execFileSync('Rscript', [PEER, folder], { encoding: 'utf8', maxBuffer: 1e8 })
  const found = parse(readFileSync(join(folder, 'z.csv')), { columns: true }) as Record<string, string>[]
  rmSync(folder, { recursive: true })
  const seconds = Object.fromEntries(
    [...printed.matchAll(/^(\w+) ([\d.e-]+)/gm)].map(([, name, spent]) => [name!, Number(spent)]),
  )
  const column = (name: string) =>
    Float64Array.from(found, (row) => (row[name] === 'NA' ? Number.NaN : Number(row[name])))
  return { seconds: (...names: string[]) => names.reduce((sum, name) => sum + seconds[name]!, 0), column }
}

function benchAgainstSpdep(report: Report): void {
  const cells = cellsOf(50_000)
  const { columns, rows, values } = cells
  const spdep = askSpdep(cells)
  const peer = (seconds: number) => ({ name: 'spdep', perSecond: 1 / seconds })
  const [queen, far] = [gridWeights(columns, rows), gridWeights(columns, rows, KILOMETRE)]
  const gaps: string[] = []
  const same = (what: string, ours: Float64Array, theirs: Float64Array) => {
    const gap = largestGap(ours, theirs)
    gaps.push(`${what} ${gap.toExponential(1)}`)
    if (!(gap < SAME)) throw new Error(`${what} is not what spdep finds: ${gap}`)
  }

  const star = measured(() => giStar(values, queen), 200)
  report.row('Gi*, 50,000 cells, queen', star.load, peer(spdep.seconds('star_queen')), 50)
  same('Gi* queen', star.result, spdep.column('star'))
  const wide = measured(() => giStar(values, far), 200)
  report.row('Gi*, 50,000 cells, 1 km', wide.load, peer(spdep.seconds('star_kilometre')), 50)
  same('Gi* 1 km', wide.result, spdep.column('far'))
  const moran = measured(() => localMoran(values, queen).z, 200)
  report.row('local Moran, 50,000 cells, queen', moran.load, peer(spdep.seconds('local_moran')), 50)
  same('local Moran', moran.result, spdep.column('moran'))
  const lists = measured(() => giStar(values, gridWeights(columns, rows)), 100)
  const theirs = spdep.seconds('queen_lists', 'queen_weights', 'star_queen')
  report.row('Gi* with its neighbours', lists.load, peer(theirs), 500)

  const drawn = { shuffled: 'others', permutations: 999 } as const
  const permuted = measured(
    () => permutationP(values, gridLists(queen), { ...drawn, random: randomFrom(1) }),
    5,
  )
  report.row('local Moran, 999 permutations', permuted.load, peer(spdep.seconds('permutations')), 40)
  const sim = spdep.column('sim')
  const known = [...permuted.result.keys()].filter((i) => !Number.isNaN(permuted.result[i]! + sim[i]!))
  const mean = known.reduce((sum, i) => sum + Math.abs(permuted.result[i]! - sim[i]!), 0) / known.length
  report.note(
    `largest |Δz| from spdep: ${gaps.join(' · ')}; mean |Δp| of 999 permutations: ${mean.toFixed(4)}`,
  )
}

/** Hot spots beside R's spdep, where it is installed; then what has no peer: all of France, contours, permutations. */
export function benchHotSpots(report: Report): void {
  const asked = spawnSync('Rscript', ['-e', 'library(spdep); library(dbscan)'])
  if (asked.status === 0) benchAgainstSpdep(report)
  else report.note('hot spots: not compared, for Rscript with spdep and dbscan is not there')

  const { columns, rows, values } = cellsOf(2_300_000)
  for (const [name, halfWidths] of [
    ['queen', QUEEN],
    ['1 km', KILOMETRE],
  ] as const) {
    const { load } = measured(() => giStar(values, gridWeights(columns, rows, halfWidths)), 3)
    report.note(
      `Gi* of 2.3 million cells, ${name}, with its neighbours: ${Math.round(1_000 / load.perSecond)} ms`,
    )
  }
  const contours = contoursOf(50_000)
  const contiguity = measured(() => queenContiguity(contours), 2)
  report.note(
    `contiguity of 50,000 contours of 100 vertices: ${Math.round(1_000 / contiguity.load.perSecond)} ms, ` +
      `${contiguity.result.neighbours.length / 2} pairs`,
  )
  const some = cellsOf(MOST_PERMUTED)
  const grid = gridWeights(some.columns, some.rows)
  const found = measured(
    () => findHotSpots(some.values, grid, { method: 'local_moran', random: randomFrom(1) }),
    2,
  )
  report.note(
    `local Moran of 5,000 zones, ${found.result.done.permutations} permutations: ` +
      `${Math.round(1_000 / found.load.perSecond)} ms`,
  )
}
