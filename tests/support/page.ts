import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest'
import { accountEndpoints } from '#contract/accounts'
import type { Role } from '#contract/roles'
import { launchOptions } from './browser.ts'

export const WIDE = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

let browser: Browser

/** One browser for a file of tests. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions())
  })
  afterAll(() => browser.close())
}

export type Watched = { page: Page; complaints: string[] }

/** A page of its own, under a role of the demo; `complaints` gathers errors, refused content and requests that leave this server. */
export async function openPage(
  path: string,
  options: BrowserContextOptions & { tour?: boolean; role?: Role } = {},
): Promise<Watched> {
  const { tour = false, role = 'administrator', ...more } = options
  const origin = inject('serverUrl')
  const context = await browser.newContext({ viewport: WIDE, locale: 'fr-FR', baseURL: origin, ...more })
  onTestFinished(() => context.close())
  if (!tour) await context.addInitScript(() => localStorage.setItem('maillage.tour', 'seen'))
  if (role !== 'visitor')
    await context.request.post(accountEndpoints.signInAsRole.path, {
      data: { role },
      headers: { 'x-maillage': '1' },
    })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      complaints.push(`leaves: ${request.url()}`)
  })
  await page.goto(path)
  return { page, complaints }
}

/** What axe finds serious or critical, WCAG 2.2 A and AA. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // React Aria speaks through it; what it named may be gone before its seven seconds are.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 300)}`))
}

/** What scrolls although nobody could read in it: lower than a line and a half. */
export const squashed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const isScrolling = /auto|scroll/.test(getComputedStyle(element).overflowY)
      const { clientHeight: height, clientWidth: width, scrollHeight } = element
      return isScrolling && width > 40 && height < 36 && scrollHeight > height + 8
        ? [`${height} of ${scrollHeight} px: ${element.outerHTML.slice(0, 160)}`]
        : []
    }),
  )
