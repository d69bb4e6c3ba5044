import { describe, expect, it } from 'vitest'
import { openPage, PHONE, seriousViolations, squashed, WIDE, withBrowser } from '../support/page.ts'

withBrowser()

const SCREENS = [
  ['/', 'Carte des acteurs', 'Map of actors'],
  ['/actors', 'Acteurs', 'Actors'],
  ['/data', 'Données', 'Data'],
  ['/cooperations', undefined, undefined],
  ['/cooperations?pane=network&beside=circles', undefined, undefined],
  ['/cooperations?pane=calendar&beside=none', undefined, undefined],
  ['/cooperations?pane=matrix&beside=none&table=true', undefined, undefined],
  ['/cooperations?pane=reasons&beside=bodies', undefined, undefined],
  ['/cooperations/bodies', undefined, undefined],
  ['/cooperations/facilitators', undefined, undefined],
  ['/cooperations/publics', undefined, undefined],
  ['/cooperations/outreach', undefined, undefined],
  ['/cooperations/settings', undefined, undefined],
  ['/analyses', undefined, undefined],
  ['/analyses?squares=2021~poor_households', undefined, undefined],
  ['/analyses/estimates', undefined, undefined],
  ['/analyses/hot-spots', undefined, undefined],
  ['/analyses/readings', undefined, undefined],
  ['/field', undefined, undefined],
  ['/territories/new', 'Nouveau territoire', 'New territory'],
  ['/proposals', 'Propositions', 'Proposals'],
  ['/shared', 'Acteurs des autres espaces', 'Actors of other workspaces'],
  ['/unplaced', 'À placer sur la carte', 'To be placed on the map'],
  ['/persons', 'Droits d’une personne', undefined],
  ['/events', 'Journal de sécurité', undefined],
  ['/workspace', 'Espace', 'Workspace'],
  ['/account', 'Mon compte', 'My account'],
  ['/privacy', 'Données personnelles', undefined],
  ['/nowhere', undefined, undefined],
] as const

const LOOKS = [
  { name: 'wide, light, French', viewport: WIDE, colorScheme: 'light', locale: 'fr-FR' },
  { name: 'phone, dark, English', viewport: PHONE, colorScheme: 'dark', locale: 'en-GB' },
] as const

describe.each(LOOKS)('screens: $name', ({ name: _, ...look }) => {
  it.each(SCREENS)(
    '[SCR1] %s has its title, nothing serious for axe, nothing squashed, no error, and asks nobody else',
    async (path, fr, en) => {
      const { page, complaints } = await openPage(path, look)
      const title = look.locale === 'fr-FR' ? fr : en
      const heading = page.getByRole('heading', { level: 1, ...(title && { name: title }) })
      await heading.waitFor({ state: 'attached', timeout: 30_000 })
      if (path === '/' || path === '/actors')
        await page.getByText(/^150/).first().waitFor({ state: 'attached', timeout: 30_000 })
      expect(await seriousViolations(page)).toEqual([])
      expect(await squashed(page)).toEqual([])
      expect(await page.locator('html').getAttribute('lang')).toBe(look.locale.slice(0, 2))
      expect(complaints).toEqual([])
    },
  )
})

it('[SCR2] the first screen is the fictional town, with its actors on the map and a tour that can be skipped', async () => {
  const { page, complaints } = await openPage('/', { tour: true })
  await page.getByRole('button', { name: 'Passer la visite' }).last().click({ timeout: 30_000 })
  await page.getByText('Territoire fictif').first().waitFor()
  await page.getByText('150 acteurs').first().waitFor()
  await page.locator('[data-idle="true"]').waitFor({ timeout: 60_000 })
  expect(complaints).toEqual([])
})

const NARROW = [
  '/actors',
  '/cooperations',
  '/cooperations/bodies',
  '/field',
  '/proposals',
  '/workspace',
  '/privacy',
]

it.each(NARROW)('[SCR3] %s at 320 px wide does not scroll sideways', async (path) => {
  const { page } = await openPage(path, { viewport: { width: 320, height: 640 } })
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached', timeout: 30_000 })
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('html, main, main > div')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ className }) => className),
  )
  expect(wide).toEqual([])
})

it('[SCR4] forced colours leave unticked boxes empty and frame what is chosen', async () => {
  const { page } = await openPage('/actors')
  await page.emulateMedia({ forcedColors: 'active' })
  const tick = page.locator('[role="row"] label svg').first()
  await tick.waitFor({ state: 'attached', timeout: 30_000 })
  expect(await tick.evaluate((svg) => getComputedStyle(svg).visibility)).toBe('hidden')
  const chosen = page.getByRole('navigation').locator('[aria-current="page"]').first()
  expect(await chosen.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid')
})
