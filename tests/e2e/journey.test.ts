import { describe, expect, it } from 'vitest'
import { openPage, PHONE, seriousViolations, withBrowser } from '../support/page.ts'

withBrowser()

const HEADER =
  '"id_fs","insee_dep","lib_fs","adresse","complement_adresse","insee_com","code_postal","lib_com","latitude","longitude","mail","telephone","h_lundi","h_mardi","h_mercredi","h_jeudi","h_vendredi","h_samedi","prise_rdv","commentaire","type_fs","format_fs","groupe_fs","labellisation_fs"'
// A town of its own: other journeys bring actors to Lille and Roubaix on the same server, and here they are counted.
const row = (id: number, name: string) =>
  `"${id}","59","${name}","${id} rue Exemple",,"59183","59140","Dunkerque",51.03${id},2.37${id},"contact@exemple.fr","01 99 00 12 34","09:00 - 12:00","09:00 - 12:00",,,,,"Non",,"Principal","Fixe",,"Espace labellisé 01/01/2020"`
const LIST = [
  HEADER,
  row(1, 'France services de Fives'),
  row(2, 'France services de Wazemmes'),
  row(3, 'France services du Vieux-Lille'),
  row(4, ''),
].join('\n')

describe('the first journey', () => {
  it('[JRN1] a new territory, a file seen before it is written, its actors on the map, found, opened and edited', async () => {
    const { page, complaints } = await openPage('/territories/new')
    await page.getByLabel('Nom du territoire').fill('Dunkerque')
    await page.getByRole('searchbox', { name: 'Chercher une commune ou un EPCI' }).fill('59183')
    await page
      .getByRole('option', { name: /Dunkerque/ })
      .first()
      .or(page.getByRole('button', { name: /Dunkerque/ }).last())
      .first()
      .click()
    await page.getByRole('button', { name: 'Créer et ouvrir la carte' }).click()
    await page.waitForURL(/\/\?.*territory=/)

    await page.getByRole('link', { name: 'Données' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choisir un fichier' }).click()
    await (await chooser).setFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
    const write = page.getByRole('button', { name: /^Importer/ })
    await write.waitFor({ timeout: 60_000 })
    expect(await seriousViolations(page)).toEqual([])
    await write.click()
    await page.getByRole('link', { name: 'Voir sur la carte' }).click({ timeout: 60_000 })

    await page.getByText('3 acteurs').first().waitFor({ timeout: 30_000 })
    await page.getByRole('searchbox', { name: 'Chercher un acteur' }).fill('wazemes')
    await page.getByRole('row', { name: /Wazemmes/ }).click({ timeout: 30_000 })
    await page.getByRole('heading', { name: 'France services de Wazemmes' }).first().waitFor()
    await page.getByRole('button', { name: 'Je viens de vérifier' }).click()
    await page.getByRole('button', { name: 'Annuler' }).first().click({ timeout: 30_000 })
    await page.getByText('Jamais vérifié').first().waitFor()
    await page.reload()
    await page
      .getByRole('heading', { name: 'France services de Wazemmes' })
      .first()
      .waitFor({ timeout: 30_000 })
    expect(complaints).toEqual([])
  })

  it('[JRN2] on a phone, the card opens from the list and reads in one screen', async () => {
    const { page } = await openPage('/actors?q=ccas', { viewport: PHONE })
    await page.getByRole('row').first().click({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Je viens de vérifier' }).waitFor({ timeout: 30_000 })
    expect(await seriousViolations(page)).toEqual([])
  })

  it('[JRN3] by keyboard alone: search, open, close', async () => {
    const { page } = await openPage('/')
    const search = page.getByRole('searchbox', { name: 'Chercher un acteur' })
    await search.waitFor({ timeout: 30_000 })
    for (let n = 0; n < 30 && !(await search.evaluate((input) => input === document.activeElement)); n++)
      await page.keyboard.press('Tab')
    await page.keyboard.type('observatoire social')
    const row = page.getByRole('row', { name: /Observatoire social/ }).first()
    await row.waitFor({ timeout: 30_000 })
    for (
      let n = 0;
      n < 30 && !(await row.evaluate((element) => element.contains(document.activeElement)));
      n++
    )
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Je viens de vérifier' }).waitFor({ timeout: 30_000 })
    expect(new URL(page.url()).searchParams.get('actor')).toBeTruthy()
    await page.keyboard.press('Escape')
    await expect.poll(() => new URL(page.url()).searchParams.get('actor')).toBeNull()
  })

  it('[JRN4] on a phone, an actor is added in three steps; without a place it is still of this territory, and undo takes it away', async () => {
    const { page } = await openPage('/actors', { viewport: PHONE, hasTouch: true })
    await page.getByRole('button', { name: 'Ajouter un acteur' }).click({ timeout: 30_000 })
    const dialog = page.getByRole('dialog', { name: 'Ajouter un acteur' })
    await dialog.getByRole('textbox').first().fill('Bagagerie du Port')
    await dialog.getByRole('button', { name: 'Suivant', exact: true }).click()
    await dialog.getByRole('searchbox').fill('accueil de jour')
    await page
      .getByRole('option', { name: /Accueil de jour/ })
      .first()
      .click()
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Sans lieu pour l’instant' }).click()
    await page.locator('strong', { hasText: '151 acteurs' }).waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Annuler' }).first().click()
    await page.locator('strong', { hasText: '150 acteurs' }).waitFor({ timeout: 30_000 })
  })
})
