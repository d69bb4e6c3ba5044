import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright'
import { describe, expect, it, onTestFinished } from 'vitest'
import { launchOptions } from '../support/browser.ts'
import { cnafFile } from '../support/estimates.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { openPage, seriousViolations, WIDE, withBrowser } from '../support/page.ts'
import { startServer, temporaryFolder } from '../support/server-process.ts'

withBrowser()

const PASSWORD = 'quatre chevaux boivent la nuit'
/** IRIS of which Filosofi says something, and nothing. */
const [SAID, UNSAID] = ['593500104', '590090305']
const opened = { timeout: 60_000 }
/** An A4 sheet is read on a table: what does not fit on these pages is not read. */
const MOST_PAGES = 2

const pick = async (page: Page, field: string, option: string | RegExp) => {
  await page.getByRole('button', { name: new RegExp(field) }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Contours, poverty as Insee publishes it, and made-up claimants of the same zones as the CNAF would publish them. */
function publishedFiles(): { name: string; buffer: Buffer }[] | undefined {
  const contours = shared('samples/iris/iris-mel-59-l93.gpkg')
  const poverty = shared('samples/filosofi/BASE_TD_FILO_DISP_IRIS_2018_dep59.csv')
  if (!contours || !poverty) return
  const rows = readFileSync(poverty, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => (line ? [line.split(';')] : []))
  const claimants = cnafFile(
    rows.map(([code]) => code!),
    '2024-12',
    (index) => 8 * Number(rows[index]![1] || 10),
  )
  return [
    ...[contours, poverty].map((path) => ({ name: basename(path), buffer: contentOf(path) })),
    { name: 'rsa-iris-2024.csv', buffer: Buffer.from(claimants) },
  ]
}

/** A server of its own that knows nothing yet, and a browser with one context for each person. */
async function aNewWorkspace() {
  const folder = temporaryFolder()
  const server = await startServer({ DATA_DIR: folder.path, DEMO: '0' })
  const browser = await chromium.launch(launchOptions())
  onTestFinished(async () => {
    await browser.close()
    await server.kill('SIGTERM')
    folder.remove()
  })
  const complaints: string[] = []
  const someone = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: WIDE,
      locale: 'fr-FR',
      baseURL: server.url,
      ...options,
    })
    await context.addInitScript(() => localStorage.setItem('maillage.tour', 'seen'))
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    return page
  }
  return { someone, complaints, setup: /(\/setup#\S+)/.exec(server.logs())![1]! }
}

async function signUp(page: Page, address: string, person: string, press: string, workspace?: string) {
  await page.goto(address)
  if (workspace) await page.getByLabel('Nom de l’espace').fill(workspace)
  await page.getByLabel('Votre nom').fill(person)
  await page.getByLabel('Adresse électronique').fill(`${person.toLowerCase()}@example.org`)
  await page.getByLabel(/^Mot de passe/).fill(PASSWORD)
  await page.getByRole('button', { name: press }).click()
}

async function invite(page: Page, role: string): Promise<string> {
  await page.getByRole('button', { name: /^Votre compte/ }).click()
  await page.getByRole('menuitem', { name: 'Espace et membres' }).click()
  await page.getByRole('button', { name: 'Inviter quelqu’un' }).click()
  await page.getByText(role).click()
  await page.getByRole('button', { name: 'Créer le lien' }).click()
  return page.getByLabel('Lien d’invitation').inputValue()
}

/** One file, from the drop to what was written. */
async function bring(page: Page, file: { name: string; buffer: Buffer }, lines: RegExp, vintage?: string) {
  await page.getByRole('link', { name: 'Données', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choisir un fichier' }).click()
  await (await chooser).setFiles({ ...file, mimeType: 'application/octet-stream' })
  const write = page.getByRole('button', { name: lines })
  await write.waitFor(opened)
  if (vintage) {
    await page.getByRole('textbox', { name: 'De quelle année sont ces contours ?' }).fill(vintage)
    await page.getByRole('button', { name: 'Relire avec cette année' }).click()
    await page.getByText('De quelle année sont ces contours ?').waitFor({ state: 'detached', ...opened })
  }
  await write.click(opened)
  await page.getByRole('heading', { name: 'Import terminé' }).waitFor(opened)
}

const chooseZone = async (page: Page, code: string) => {
  await page.getByRole('searchbox', { name: 'Chercher une zone' }).fill(code)
  await page
    .getByRole('row', { name: new RegExp(code) })
    .getByRole('button')
    .click()
}
const isSound = async (page: Page) => expect(await seriousViolations(page)).toEqual([])

describe('an observatory officer', () => {
  it('[KNW4] goes from three published files to the printed method sheet', { timeout: 480_000 }, async () => {
    const files = publishedFiles()
    if (!files) return
    const { someone, complaints, setup } = await aNewWorkspace()
    const founder = await someone()
    await signUp(founder, setup, 'Camille', 'Créer l’espace et commencer', 'Observatoire')
    const page = await someone()
    await signUp(
      page,
      await invite(founder, 'Chargé d’observation'),
      'Sacha',
      'Créer mon compte et rejoindre',
    )

    await page.getByRole('link', { name: 'Nouveau territoire' }).first().click()
    await page.getByLabel('Nom du territoire').fill('Métropole')
    await page
      .getByRole('searchbox', { name: 'Chercher une commune ou un EPCI' })
      .fill('Métropole Européenne de Lille')
    await page
      .getByRole('option', { name: /Métropole Européenne de Lille/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Créer et ouvrir la carte' }).click()
    await page.waitForURL(/territory=/)
    const [contours, poverty, claimants] = files
    await bring(page, contours!, /Importer 517 lignes/, '2024')
    await bring(page, poverty!, /^Importer [\d\s]+ lignes/)
    await bring(page, claimants!, /^Importer [\d\s]+ lignes/)

    await page.getByRole('link', { name: 'Analyses' }).click()
    await page.getByRole('heading', { name: /Comment « Taux de pauvreté/ }).waitFor(opened)
    await pick(page, 'Découpage', 'Seuils naturels (Jenks)')
    await pick(page, 'Nombre de classes', '4')
    await page.waitForURL(/classing=jenks.*classes=4|classes=4.*classing=jenks/)
    await chooseZone(page, UNSAID)
    await page.getByText('Aucune ligne pour cette zone. Ce n’est pas zéro.').waitFor()
    await chooseZone(page, SAID)
    await page
      .getByText(/% ici, .*médiane, Métropole/)
      .first()
      .waitFor()
    await isSound(page)
    await pick(page, 'Croiser avec', /médian/)
    await page.getByRole('heading', { name: /vont-ils ensemble, où se séparent-ils/ }).waitFor(opened)
    await isSound(page)

    await page.getByRole('link', { name: 'Points chauds et froids' }).click()
    await page.getByText(/Les zones voisines se ressemblent \(I de Moran/).waitFor(opened)
    const words = page.getByRole('region', { name: 'Les zones et leur groupe' })
    await words.getByRole('button', { name: 'Montrer 217 zones de plus' }).click()
    for (const word of ['valeurs hautes regroupées', 'valeurs basses regroupées', 'sans donnée'])
      await words.getByText(word).first().waitFor()
    await isSound(page)

    await page.getByRole('link', { name: 'Où demander ?' }).click()
    await page.getByRole('button', { name: 'Lancer l’estimation' }).click(opened)
    await page
      .getByText(/^Si le taux national s’applique ici/)
      .first()
      .waitFor(opened)
    await page.getByRole('slider').first().focus()
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
    await page.getByText(/Si le taux réel est 3 points au-dessus/).waitFor()
    await page.getByText('Toutes les zones, dans l’ordre de leurs codes').click()
    await page.getByRole('rowheader').getByRole('button').first().click()
    await page
      .getByText(/Fourchette à 90 %|Rien n’est dit de cette zone/)
      .first()
      .waitFor()
    await isSound(page)

    await page.getByRole('link', { name: 'Fiche de méthode' }).click()
    await page.getByText(/^[0-9a-f]{64}$/).waitFor(opened)
    await isSound(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    const pressed = page.getByRole('button').filter({ visible: true, hasNotText: 'Métropole' })
    expect(await pressed.count()).toBe(0)
    const sheet = (await page.pdf({ format: 'A4' })).toString('latin1')
    const pages = sheet.match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(MOST_PAGES)
    expect(complaints).toEqual([])
  })

  it('[KNW5] sets several figures side by side under weights drawn at random, and adds up the squares of a place', async () => {
    const { page, complaints } = await openPage('/analyses/hot-spots', { role: 'observatory_officer' })
    await page.getByText('Situer avec plusieurs indicateurs (contexte)').click(opened)
    for (const name of [/^Taux de pauvreté/, /sans diplôme/])
      await page.getByRole('group', { name: 'Indicateurs' }).getByText(name).first().click()
    await page.getByRole('button', { name: 'Montrer', exact: true }).click()
    await page.getByText(/tirages des poids/).waitFor(opened)
    const words = page.getByRole('region', { name: 'Les zones et leur groupe' })
    for (const word of ['plutôt haut', 'plutôt bas', 'indéterminé'])
      await words.getByText(word).first().waitFor()
    await words.getByRole('button', { name: 'Vieille Ville' }).click()
    await page.getByText(/Selon les poids, sa place parmi les zones se déplace sur/).waitFor()
    await isSound(page)

    await page.getByRole('link', { name: 'Chiffres', exact: true }).click()
    await page
      .getByRole('radio', { name: 'Carreaux' })
      .or(page.getByRole('tab', { name: 'Carreaux' }))
      .click()
    await page.getByRole('button', { name: 'Choisir un endroit' }).click(opened)
    for (const name of ['Vieille Ville', 'Cathédrale']) await pick(page, 'Chercher une zone', name)
    await page.getByText('2 zones choisies').waitFor()
    await page.getByRole('button', { name: 'Lire les chiffres' }).click()
    await page.getByText(/[\d\s]+ ménages, [\d\s]+ habitants/).waitFor(opened)
    await page.getByText(/des habitants vivent dans des carreaux imputés/).waitFor()
    await isSound(page)
    expect(complaints).toEqual([])
  })
})
