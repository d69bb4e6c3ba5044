import { setTimeout as wait } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { randomFrom } from '#api/domain/random'
import type { EndpointInput } from '#contract/endpoint'
import { type EstimateRun, estimateEndpoints } from '#contract/estimates'
import type { startApp } from './app.ts'
import { anIris, geojson } from './import-files.ts'
import { importing } from './import-runs.ts'

type App = Awaited<ReturnType<typeof startApp>>

const COMMUNE = '59350'
export const irisCode = (index: number): string => COMMUNE + String(index + 101).padStart(4, '0')

/** Squares side by side, `across` in a row: neighbours share their corners. */
export const squares = (count: number, across: number): string =>
  geojson(
    ...Array.from({ length: count }, (_, index) => {
      const [west, south] = [3 + 0.01 * (index % across), 50 + 0.01 * Math.floor(index / across)]
      const [east, north] = [3 + 0.01 * ((index % across) + 1), 50 + 0.01 * (Math.floor(index / across) + 1)]
      return anIris(irisCode(index), [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ])
    }),
  )

/** Of the CNAF, in two parts, rounded to 5; what lies between 1 and 4 is blank. `most`: of each zone, at most about. */
export function cnafFile(
  codes: readonly string[],
  period = '2024-12',
  most: (index: number) => number = () => 120,
): string {
  const random = randomFrom(5)
  const published = (count: number) => (count >= 1 && count <= 4 ? '' : String(5 * Math.round(count / 5)))
  const lines = codes.flatMap((code, index) => {
    const count = Math.round(random() * most(index))
    const raised = Math.round(count * 0.1)
    const row = (type: string, n: number) =>
      `${period};${code.slice(0, 5)};Lille;${code.slice(5)};${type};${published(n)}`
    return [row('RSA majoré', raised), row('RSA non majoré', count - raised)]
  })
  return ['dtreffre;numcomdo;nomcom;numirisd;rsa_type;indfoy_rsa', ...lines].join('\n')
}

/** Of Filosofi: poverty rates, one of which is secret. */
function povertyFile(codes: readonly string[], seed = 6): string {
  const random = randomFrom(seed)
  const lines = codes.map(
    (code, index) => `${code};${index === 2 ? 'ns' : (8 + random() * 40).toFixed(1)};17000`,
  )
  return ['IRIS;DISP_TP6021;DISP_MED21', ...lines].join('\n')
}

/** Of the census: households by tenure. One zone has ten households. */
function housingFile(codes: readonly string[], seed = 7): string {
  const random = randomFrom(seed)
  const lines = codes.map((code, index) => {
    const homes = index === 3 ? 10 : 400 + Math.round(random() * 800)
    const owned = Math.round(homes * (0.2 + 0.5 * random()))
    const social = Math.round((homes - owned) * random())
    return `${code};${code.slice(0, 5)};H;${homes};${owned};${homes - owned};${social}`
  })
  return ['IRIS;COM;TYP_IRIS;P22_RP;P22_RP_PROP;P22_RP_LOC;P22_RP_LOCHLMV', ...lines].join('\n')
}

const FINAL: readonly string[] = ['done', 'failed', 'cancelled', 'interrupted']

/** Starts estimates as the interface does, and waits for them. */
export function estimating({ call }: Pick<App, 'call'>) {
  const start = (body: Partial<EndpointInput<typeof estimateEndpoints.start>['body']> = {}) =>
    call(estimateEndpoints.start, { body: { id: newId(), name: 'Essai', seed: 7, ...body } })
  const seen = (id: string) => call(estimateEndpoints.get, { params: { id } })
  const until = async (id: string, is: (run: EstimateRun) => boolean): Promise<EstimateRun> => {
    for (;;) {
      const run = await seen(id)
      if (is(run)) return run
      await wait(20)
    }
  }
  const ended = (id: string) => until(id, ({ state }) => FINAL.includes(state))
  const done = async (body?: Parameters<typeof start>[0]) => {
    const run = await ended((await start(body)).id)
    if (run.state !== 'done' || !run.result) throw new Error(`The estimate ended ${run.state}`)
    return { ...run, result: run.result }
  }
  return { start, seen, until, ended, done }
}

/** Contours, poverty and claimants of generated IRIS; `housing`: and what the census says of homes. */
export async function withFigures(app: App, count = 12, { housing = false } = {}): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => irisCode(index))
  const { run } = importing(app)
  await run(squares(count, Math.ceil(Math.sqrt(count))), { vintage: '2024', filename: 'iris.geojson' })
  await run(povertyFile(codes), { vintage: '2021', filename: 'filosofi.csv' })
  await run(cnafFile(codes), { vintage: '2023', filename: 'cnaf.csv' })
  if (housing) await run(housingFile(codes), { vintage: '2024', filename: 'rp.csv' })
  return codes
}
