import { chromium, type Locator, type Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { launchOptions } from '../support/browser.ts'
import { PHONE } from '../support/page.ts'
import { startServer, temporaryFolder } from '../support/server-process.ts'

const PASSWORD = 'quatre chevaux boivent la nuit'
/** What one can be asked to do before the first actor of the first partner is public. */
const MOST_ACTIONS = 40

it('[JRN5] install, create the workspace, invite, contribute, publish, receive a proposal and accept it: on a phone, in 40 actions', {
  timeout: 360_000,
}, async () => {
  const folder = temporaryFolder()
  const server = await startServer({ DATA_DIR: folder.path, DEMO: '0' })
  const browser = await chromium.launch(launchOptions())
  onTestFinished(async () => {
    await browser.close()
    await server.kill('SIGTERM')
    folder.remove()
  })

  let actions = 0
  const someone = async (): Promise<Page> => {
    const context = await browser.newContext({
      viewport: PHONE,
      hasTouch: true,
      locale: 'fr-FR',
      baseURL: server.url,
    })
    await context.addInitScript(() => localStorage.setItem('maillage.tour', 'seen'))
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return page
  }
  const open = async (page: Page, address: string) => {
    actions++
    await page.goto(address)
  }
  const press = async (target: Locator) => {
    actions++
    await target.first().click()
  }
  const write = async (target: Locator, text: string) => {
    actions++
    await target.first().fill(text)
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

  const [, setup] = /(\/setup#\S+)/.exec(server.logs())!
  const manager = await someone()
  await open(manager, setup!)
  await write(manager.getByLabel('Nom de l’espace'), 'Association Le Fil')
  await write(manager.getByLabel('Votre nom'), 'Camille')
  await write(manager.getByLabel('Adresse électronique'), 'camille@example.org')
  await write(manager.getByLabel(/^Mot de passe/), PASSWORD)
  await press(button(manager, 'Créer l’espace et commencer'))

  await press(manager.getByRole('link', { name: 'Nouveau territoire' }))
  await write(manager.getByLabel('Nom du territoire'), 'Lille')
  await write(manager.getByRole('searchbox', { name: 'Chercher une commune ou un EPCI' }), '59350')
  await press(manager.getByRole('option', { name: /Lille/ }).or(button(manager, /Lille/).last()))
  await press(button(manager, 'Créer et ouvrir la carte'))
  await manager.waitForURL(/territory=/)

  await press(button(manager, /^Votre compte/))
  await press(manager.getByRole('menuitem', { name: 'Espace et membres' }))
  await press(button(manager, 'Inviter quelqu’un'))
  await press(button(manager, 'Créer le lien'))
  const invitation = await manager.getByLabel('Lien d’invitation').inputValue()
  await press(button(manager, 'Terminé'))
  await press(button(manager, 'Ouvrir un lien public'))
  const publicLink = await manager.getByLabel('Adresse à partager').inputValue()

  const contributor = await someone()
  await open(contributor, invitation)
  await write(contributor.getByLabel('Votre nom'), 'Sacha')
  await write(contributor.getByLabel('Adresse électronique'), 'sacha@example.org')
  await write(contributor.getByLabel(/^Mot de passe/), PASSWORD)
  await press(button(contributor, 'Créer mon compte et rejoindre'))
  await add(contributor, 'Ajouter un acteur', 'Bagagerie du Port')
  await contributor.locator('strong', { hasText: '1 acteur' }).waitFor()

  const visitor = await someone()
  await open(visitor, publicLink)
  await add(visitor, 'Proposer un acteur', 'Café des voisines')

  await press(button(visitor, 'Envoyer la proposition'))
  await visitor.getByText('Merci, c’est envoyé.').waitFor()
  const waiting = manager.getByRole('link', { name: '1 proposition en attente' })
  // How many wait is asked every minute.
  await waiting.waitFor({ timeout: 90_000 })
  await press(waiting)
  await press(button(manager, /^Accepter/))
  await manager
    .getByText(/proposition acceptée/)
    .first()
    .waitFor()
  // To see it, not to do anything more.
  await visitor.goto('/actors')
  await visitor.locator('strong', { hasText: '2 acteurs' }).waitFor()
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS)

  async function add(page: Page, what: string, name: string) {
    await press(page.getByRole('link', { name: 'Acteurs' }))
    await press(button(page, what))
    const dialog = page.getByRole('dialog', { name: what })
    await write(dialog.getByRole('textbox'), name)
    await press(dialog.getByRole('button', { name: 'Suivant', exact: true }))
    await write(dialog.getByRole('searchbox'), 'accueil de jour')
    await press(page.getByRole('option', { name: /Accueil de jour/ }))
    await press(dialog.getByRole('button', { name: /Sans lieu/ }))
  }
})
