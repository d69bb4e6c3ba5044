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

/** Milliseconds from a press until the frame after it is drawn: what a hand waits for. */
const untilDrawn = (page: Page, row: number) =>
  page.evaluate(async (index) => {
    const target = document.querySelectorAll<HTMLElement>('[data-pane="list"] [data-key]')[index]
    if (!target) throw new Error(`no row ${index}`)
    const start = performance.now()
    target.click()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, row)

/** Milliseconds from a press until the next frame, and until the map has come to rest: faded, and drawn without a card. */
const untilMapDrawn = (page: Page, press: string) =>
  page.evaluate(async (selector) => {
    const frame = document.querySelector<HTMLElement>('[data-idle]')!
    const start = performance.now()
    const since = () => performance.now() - start
    document.querySelector<HTMLElement>(selector)!.click()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const next = since()
    return new Promise<{ next: number; rest: number }>((resolve) => {
      let isBusy = false
      const watch = () => {
        if (frame.dataset.idle === 'false') isBusy = true
        if ((isBusy && frame.dataset.idle === 'true') || since() > 10_000) resolve({ next, rest: since() })
        else requestAnimationFrame(watch)
      }
      watch()
    })
  }, press)

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

  const start = performance.now()
  await page.goto('/cooperations?pane=map&beside=list')
  await page.locator('[data-idle="true"]').waitFor({ timeout: 120_000 })
  report.note(`opened and drawn in ${((performance.now() - start) / 1_000).toFixed(1)} s`)

  const reasons = ['Être mis en relation', 'Toutes les raisons']
  let turn = 0
  const recoloured = await measured(() => {
    const name = reasons[turn++ % 2]!
    return page
      .evaluate((text) => {
        for (const chip of document.querySelectorAll('[role=radio]'))
          if (chip.textContent === text) chip.setAttribute('data-bench', 'yes')
          else chip.removeAttribute('data-bench')
      }, name)
      .then(() => untilMapDrawn(page, '[data-bench="yes"]'))
  })
  report.note(
    `another reason, until the next frame: ${shown(recoloured.map(({ next }) => next))} (goal 500 ms);` +
      ` until the map is at rest: ${shown(recoloured.map(({ rest }) => rest))}`,
  )

  let row = 0
  const list = page.url()
  const selected = await measured(async () => {
    // The card of the one that is selected takes the place of the list.
    await page.goto(list)
    await page.locator('[data-idle="true"]').waitFor({ timeout: 60_000 })
    await page.locator('[data-pane="list"] [data-key]').nth(row).waitFor({ timeout: 30_000 })
    return untilDrawn(page, row++)
  })
  report.note(`an actor selected, until it is drawn everywhere: ${shown(selected)} (goal 100 ms)`)

  await page.goto('/cooperations?pane=network&beside=none')
  await page.locator('canvas').first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(15_000)
  const frames = await framesWhileDragging(page, 'canvas')
  report.note(`the network dragged: ${shown(frames)} a frame`)

  await browser.close()
  await server.kill('SIGTERM')
  folder.remove()
}
