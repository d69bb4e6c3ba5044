import { v7 as newId } from 'uuid'
import { expect, inject, it, onTestFinished } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { anActor, aPlace } from '../support/actors.ts'
import { openPage, PHONE, seriousViolations, withBrowser } from '../support/page.ts'

withBrowser()

it('[GEO29] a place is put on the map by keyboard alone, on a phone, and is taken off with one press', async () => {
  const { page, complaints } = await openPage('/unplaced', { viewport: PHONE })
  const name = `Accueil ${newId()}`
  const body = anActor({ name, places: [aPlace({ address: '3 rue Introuvable', point: null })] })
  const headers = { 'x-maillage': '1', origin: inject('serverUrl') }
  const write = (path: string, data?: object) => page.request.post(path, { headers, ...(data && { data }) })
  expect((await write(actorEndpoints.create.path, body)).status()).toBe(201)
  onTestFinished(async () => void (await write(`/api/actors/${body.id}/archive`).catch(() => {})))
  const placed = async () =>
    (await (await page.request.get(`/api/actors/${body.id}`)).json()).places[0].point !== null

  await page.reload()
  const line = page.getByRole('button', { name: new RegExp(name) })
  const hand = page.getByRole('button', { name: 'Placer à la main' })
  await hand.or(line).first().waitFor({ timeout: 30_000 })
  if (await line.isVisible()) await line.press('Enter')
  await page.getByText('Aucune adresse connue ne lui ressemble').waitFor()
  expect(await seriousViolations(page)).toEqual([])
  await hand.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Placer ${name}` })
  await dialog.locator('[data-idle="true"]').waitFor({ timeout: 60_000 })
  expect(await seriousViolations(page)).toEqual([])
  await dialog.getByLabel('Carte où choisir l’endroit').press('Enter')
  await dialog.getByRole('button', { name: 'Garder cet endroit' }).press('Enter')
  await page.getByText(`${name} est sur la carte`).waitFor({ timeout: 30_000 })
  expect(await placed()).toBe(true)
  await page.getByRole('button', { name: 'Annuler' }).press('Enter')
  await expect.poll(placed).toBe(false)
  expect(complaints).toEqual([])
})
