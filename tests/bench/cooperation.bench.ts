import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { buildInterface } from '#api/http/interface'
import { accountEndpoints } from '#contract/accounts'
import { openDatabase } from '#db/client'
import { migrate } from '#db/migrate'
import { seedDemo, seedNomenclature } from '#seeds/run'
import { launchOptions } from '../support/browser.ts'
import { startServer, temporaryFolder } from '../support/server-process.ts'
import { generateCooperation, SIZE } from './cooperation-dataset.ts'
import type { Report } from './report.ts'

const TIMES = 7

type Waited = { shown: number; rest: number; own: number }

/**
 * Milliseconds from a press until the frame in which the view that was pressed shows it is drawn; until the map has come
 * to rest after it, faded and drawn without a card; and of the first, what scripts, styles and layout take of a
 * processor by themselves.
 * `shown` is what is there once the page shows it.
 */
async function untilShown(page: Page, press: string, shown: string): Promise<Waited> {
  const processor = await page.context().newCDPSession(page)
  await processor.send('Performance.enable', { timeDomain: 'threadTicks' })
  const own = async () => {
    const { metrics } = await processor.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
    return 1_000 * (of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration'))
  }
  const before = await own()
  const { first, start } = await page.evaluate(
    async ([target, sign]) => {
      const begin = performance.now()
      document.querySelector<HTMLElement>(target!)!.click()
      do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      while (!document.querySelector(sign!) && performance.now() - begin < 10_000)
      return { first: performance.now() - begin, start: begin }
    },
    [press, shown],
  )
  const after = await own()
  await processor.detach()
  const rest = await page.evaluate(
    (begin) =>
      new Promise<number>((resolve) => {
        let calm = 0
        const watch = () => {
          calm = document.querySelector('[data-idle="false"]') ? 0 : calm + 1
          const since = performance.now() - begin
          if (calm > 5 || since > 10_000) resolve(since)
          else requestAnimationFrame(watch)
        }
        watch()
      }),
    start,
  )
  return { shown: first, rest, own: after - before }
}

/** Milliseconds of each frame while something is dragged across. */
const framesWhileDragging = async (page: Page, selector: string): Promise<number[]> => {
  const box = (await page.locator(selector).first().boundingBox())!
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const next = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    Object.assign(window, { benchFrames: frames })
  })
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 0; step < 60; step++)
    await page.mouse.move(box.x + box.width / 2 + step * 2, box.y + box.height / 2 + step)
  await page.mouse.up()
  return page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames.slice(2))
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const worst = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!
const shown = (values: readonly number[]) =>
  `p50 ${Math.round(median(values))} ms, p95 ${Math.round(worst(values))} ms`

const measured = async <T>(measure: () => Promise<T>) => {
  const values: T[] = []
  for (let i = 0; i < TIMES; i++) values.push(await measure())
  return values
}

/** Views side by side: what is pressed to select in one of them, and how it then says so. */
const PAIRS = [
  {
    address: '/cooperations?pane=map&beside=list',
    rows: '[data-pane="list"] [role=row][data-key]',
    isChosen: '[class*=selected]',
  },
  {
    address: '/cooperations?pane=network&beside=list',
    rows: '[data-pane="list"] [role=row][data-key]',
    isChosen: '[class*=selected]',
  },
  {
    address: '/cooperations?pane=matrix&beside=map',
    rows: '[data-pane="matrix"] [data-actor]',
    isChosen: '[aria-pressed=true]',
  },
] as const

/** Waits until both views are there and the map, where there is one, has come to rest. */
async function ready(page: Page, rows: string) {
  await page.locator(rows).nth(TIMES).waitFor({ timeout: 120_000 })
  await page.waitForTimeout(3_000)
  await page.waitForFunction(() => !document.querySelector('[data-idle="false"]'), undefined, {
    timeout: 60_000,
  })
}

/** What the hand feels on a territory of thousands, in a real browser that draws without a graphics card. */
export async function benchCooperation(report: Report): Promise<void> {
  await buildInterface()
  const folder = temporaryFolder()
  const directory = join(folder.path, 'database')
  const database = await openDatabase({ directory })
  await migrate(database)
  await seedNomenclature(database)
  await seedDemo(database, '2026-11-23')
  await generateCooperation(database)
  await database.close()
  const server = await startServer({ DATA_DIR: directory, DEMO: '1' })
  const browser = await chromium.launch(launchOptions())
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    baseURL: server.url,
  })
  await context.addInitScript(() => localStorage.setItem('maillage.tour', 'seen'))
  await context.request.post(accountEndpoints.signInAsRole.path, {
    data: { role: 'manager' },
    headers: { 'x-maillage': '1' },
  })
  const page = await context.newPage()
  report.note(
    `cooperation: ${SIZE.actors} actors, ${SIZE.ties} ties, ${SIZE.assessments} judgements, embedded database`,
  )

  const say = (what: string, waited: readonly Waited[], goal: number) =>
    report.note(
      `${what}, until the frame that shows it where it was pressed: ${shown(waited.map((one) => one.shown))} (goal ${goal} ms);` +
        ` script and layout of it: ${shown(waited.map(({ own }) => own))};` +
        ` until the map is at rest: ${shown(waited.map(({ rest }) => rest))}`,
    )

  const start = performance.now()
  await page.goto('/cooperations?pane=map&beside=list')
  await page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 })
  report.note(`opened and drawn in ${((performance.now() - start) / 1_000).toFixed(1)} s`)

  for (const { address, rows, isChosen } of PAIRS) {
    const reasons = ['Être mis en relation', 'Toutes les raisons']
    await page.goto(address)
    await ready(page, rows)
    let turn = 0
    const recoloured = await measured(async () => {
      const name = reasons[turn++ % 2]!
      await page.evaluate((text) => {
        for (const chip of document.querySelectorAll('[role=radio]'))
          chip.toggleAttribute('data-bench', chip.textContent === text)
      }, name)
      return untilShown(page, '[data-bench]', '[data-bench][aria-checked=true]')
    })
    say(`${address}: another reason`, recoloured, 500)

    let row = 0
    const selected = await measured(async () => {
      await page.goto(address)
      await ready(page, rows)
      await page.evaluate(
        ([selector, place]) =>
          document.querySelectorAll(selector as string)[place as number]!.setAttribute('data-bench', ''),
        [rows, row++],
      )
      return untilShown(page, `${rows}[data-bench]`, `${rows}[data-bench]${isChosen}`)
    })
    say(`${address}: an actor selected`, selected, 100)
  }

  await page.goto('/cooperations?pane=network&beside=none')
  await page.locator('canvas').first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(15_000)
  const frames = await framesWhileDragging(page, 'canvas')
  report.note(`the network dragged: ${shown(frames)} a frame`)

  await browser.close()
  await server.kill('SIGTERM')
  folder.remove()
}
