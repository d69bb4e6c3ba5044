import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openPage, PHONE, seriousViolations, withBrowser } from '../support/page.ts'

withBrowser()

/** What Windows-1252 has where Latin-1 has nothing. */
const WINDOWS: Record<string, number> = { '’': 0x92, '–': 0x96, œ: 0x9c }
const windows1252 = (text: string) =>
  Buffer.from([...text].map((sign) => WINDOWS[sign] ?? sign.charCodeAt(0)))

/** As a department would send it: two lines of title, semicolons, decimal commas, Lambert-93, and Excel was there. */
const directory = (commune: { name: string; code: string; postcode: string; x: number; y: number }) => {
  const at = (east: number, north: number) =>
    [commune.x + east, commune.y + north].map((value) => `${value},5`).join(';')
  const { name, code, postcode } = commune
  return windows1252(
    [
      'Annuaire des partenaires du quartier;;;;;;;;;',
      'Mis à jour en octobre;;;;;;;;;',
      'Nom de la structure;N° SIRET;Adresse;Code postal;Code Insee;Commune;X (Lambert 93);Y (Lambert 93);Téléphone;Nom du référent',
      `Médiathèque de Fives;21590350100017;12 rue Legrand;${postcode};${code};${name};${at(2300, 400)};03 20 00 00 01;Claire Dubois`,
      `Hôtel des associations;1,23457E+13;23 rue Royale;${postcode};${code};${name};${at(-100, 1300)};03 20 00 00 02;`,
      `L’Écluse – accueil de jour;;4 place de la Gare;${postcode};${code};${name};${at(800, 500)};;`,
      `Cœur de quartier;;Chemin des Postes;${postcode};${code};${name};;;03 20 00 00 04;`,
    ].join('\r\n'),
  )
}
const LILLE = { name: 'Lille', code: '59350', postcode: '59000', x: 704_000, y: 7_059_000 }
const ROUBAIX = { name: 'Roubaix', code: '59512', postcode: '59100', x: 710_500, y: 7_065_800 }

async function bring(page: Page, name: string, buffer: Buffer) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choisir un fichier' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
  await page.waitForURL(/\/data\/imports\//)
}
const isRight = (page: Page) =>
  page.getByRole('button', { name: 'C’est bien cela' }).click({ timeout: 60_000 })

async function openTerritory(page: Page, name: string, code: string) {
  await page.getByLabel('Nom du territoire').fill(name)
  await page.getByRole('searchbox', { name: 'Chercher une commune ou un EPCI' }).fill(code)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('button', { name: 'Créer et ouvrir la carte' }).click()
  await page.waitForURL(/\/\?.*territory=/)
  await page.getByRole('link', { name: 'Données' }).click()
}

describe('an observatory officer brings a file', () => {
  it('[IMP193] a Windows table in Lambert-93 with a ruined SIRET reaches the map, every doubt seen before', async () => {
    const { page, complaints } = await openPage('/territories/new')
    await openTerritory(page, 'Lille', '59350')
    await bring(page, 'partenaires.csv', directory(LILLE))

    await page.getByRole('radio', { name: /Lambert-93.*à Lille/ }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('radio', { name: /Lambert-93/ }).isChecked()).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    await isRight(page)

    await page.getByRole('heading', { name: /Ce tableau est-il bien compris/ }).waitFor({ timeout: 60_000 })
    const columns = page.getByRole('list', { name: 'Ce que veulent dire les colonnes' })
    for (const [column, meaning] of [
      ['Nom de la structure', 'Nom'],
      ['X (Lambert 93)', 'Longitude, ou X'],
      ['Nom du référent', 'Ne pas importer'],
    ] as const)
      expect(
        await columns.getByRole('listitem').filter({ hasText: column }).getByRole('button').textContent(),
      ).toBe(meaning)
    await columns.getByText(/Excel a remplacé ce SIRET/).waitFor()
    expect(await page.getByRole('button', { name: /^Importer/ }).count()).toBe(0)
    expect(await seriousViolations(page)).toEqual([])
    await isRight(page)

    const write = page.getByRole('button', { name: /Importer les 3 lignes bonnes/ })
    await write.waitFor({ timeout: 60_000 })
    for (const name of ['Médiathèque de Fives', 'L’Écluse – accueil de jour', 'Cœur de quartier'])
      await page.getByText(name, { exact: true }).waitFor()
    await page.getByRole('button', { name: /Voir les lignes : Excel a remplacé/ }).click()
    await page.getByRole('list').getByText('Ligne 5').waitFor()
    await page.getByText('Ligne 4').waitFor({ state: 'detached' })
    expect(await seriousViolations(page)).toEqual([])

    await page.reload()
    await write.click({ timeout: 60_000 })
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor({ timeout: 60_000 })
    await page.getByText('1 acteur sans point sur la carte').waitFor()
    await page.getByRole('link', { name: 'Voir sur la carte' }).click({ timeout: 30_000 })
    await page.getByText('3 acteurs').first().waitFor({ timeout: 30_000 })
    await page.getByText('Médiathèque de Fives').first().waitFor()
    expect(complaints).toEqual([])
  }, 240_000)

  it('[IMP194] the same file again is recognised and changes nothing; the import is undone as a whole', async () => {
    const { page, complaints } = await openPage('/territories/new')
    await openTerritory(page, 'Roubaix', '59512')
    const file = directory(ROUBAIX)
    await bring(page, 'roubaix.csv', file)
    await isRight(page)
    await page.getByRole('heading', { name: /Ce tableau|Le fichier est prêt/ }).waitFor({ timeout: 60_000 })
    const confirm = page.getByRole('button', { name: 'C’est bien cela' })
    if (await confirm.count()) await confirm.click()
    await page.getByRole('button', { name: /Importer les 3 lignes/ }).click({ timeout: 60_000 })
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor({ timeout: 60_000 })
    const address = page.url()

    await page.getByRole('link', { name: 'Importer un autre fichier' }).click()
    await bring(page, 'roubaix.csv', file)
    await isRight(page)
    await page.getByRole('heading', { name: 'Rien à faire' }).waitFor({ timeout: 60_000 })
    await page.getByText(/Vous avez déjà apporté un fichier avec ces colonnes/).waitFor()

    await page.goto(address)
    await page.getByRole('button', { name: 'Défaire cet import' }).click({ timeout: 30_000 })
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText(/changé depuis est gardé/).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Défaire l’import' }).click()
    await page.getByRole('heading', { name: 'Import défait' }).waitFor({ timeout: 60_000 })
    expect(complaints).toEqual([])
  }, 240_000)

  it('[IMP195] on a phone, in the dark: a question is answered, the columns read one under the other', async () => {
    const { page, complaints } = await openPage('/data', {
      viewport: PHONE,
      hasTouch: true,
      colorScheme: 'dark',
    })
    await bring(page, 'phone.csv', directory({ ...LILLE, name: 'Lomme' }))
    await page.getByRole('radio', { name: /Lambert-93/ }).waitFor({ timeout: 60_000 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(PHONE.width)
    expect(await seriousViolations(page)).toEqual([])
    await isRight(page)
    await page.getByRole('heading', { level: 2 }).first().waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Abandonner' }).click({ timeout: 60_000 })
    await page.waitForURL(/\/data(\?|$)/, { timeout: 90_000 })
    expect(complaints).toEqual([])
  })
})
