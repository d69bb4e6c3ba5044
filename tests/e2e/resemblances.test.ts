import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { anActor, aPlace } from '../support/actors.ts'
import { openPage, PHONE, seriousViolations, type Watched, withBrowser } from '../support/page.ts'

withBrowser()

const headers = { 'x-maillage': '1' }

/** Two records of one office, in names that only this test knows. */
async function plantPair({ page }: Watched, name: string) {
  const post = (path: string, data: object) => page.request.post(path, { data, headers })
  for (const [n, body] of [
    anActor({ name, contacts: [], description: 'Accueil du matin' }),
    anActor({ name: `Association ${name.toUpperCase()}`, places: [aPlace({ hours: 'Mo-Fr 09:00-12:00' })] }),
  ].entries())
    expect((await post('/api/actors', { ...body, id: newId() })).status(), `actor ${n}`).toBeLessThan(300)
  expect((await post('/api/resemblances/find', {})).status()).toBeLessThan(300)
}

describe('possible duplicates in a browser', () => {
  it('[DUP19] with the keyboard alone: compare, choose with the arrows, merge, undo, decide otherwise', async () => {
    const watched = await openPage('/duplicates')
    const { page, complaints } = watched
    await plantPair(watched, 'Atelier du Pont Neuf')
    await page.reload()
    await page
      .getByRole('link', { name: /Atelier du Pont Neuf/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    const title = page.getByRole('heading', { name: 'Sans doute le même acteur' })
    await title.waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('radiogroup', { name: 'Nom' }).getByRole('radio', { checked: true }).focus()
    await page.keyboard.press('ArrowRight')
    const chosen = page.getByRole('radiogroup', { name: 'Nom' }).getByRole('radio', { checked: true })
    await chosen.waitFor()
    await page.getByRole('button', { name: 'Réunir en une fiche' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Les deux fiches sont réunies.').waitFor()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await page.getByText('La décision est annulée').waitFor()
    await page.getByRole('button', { name: 'Deux acteurs distincts' }).click()
    await page.getByText('la question ne sera plus posée').waitFor()
    await page.getByRole('radio', { name: 'Décidées' }).click()
    await page.getByRole('heading', { name: /Atelier du Pont Neuf/ }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('[DUP19] on a phone the list comes first, then one pair, stacked, without scrolling sideways', async () => {
    const watched = await openPage('/duplicates', { viewport: PHONE })
    const { page } = watched
    await plantPair(watched, 'Jardin du Vieux Moulin')
    await page.reload()
    await page
      .getByRole('link', { name: /Jardin du Vieux Moulin/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Réunir en une fiche' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await page.getByRole('button', { name: 'Revenir à la liste' }).click()
    await page
      .getByRole('link', { name: /Jardin du Vieux Moulin/ })
      .first()
      .waitFor()
  })
})
