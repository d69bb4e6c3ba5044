import { describe, expect, it } from 'vitest'
import { openPage, PHONE, seriousViolations, withBrowser } from '../support/page.ts'

withBrowser()

const opened = { timeout: 60_000 }

describe('a room looks together', () => {
  it('[KNW1] by list, on a phone: a quarter is seen, nobody reads it, the trainer reveals, everybody does', async () => {
    const question = `Qui ne vient jamais ? ${Date.now()}`
    const trainer = await openPage('/field', { role: 'trainer' })
    await trainer.page.getByRole('button', { name: 'Ouvrir un temps de regard' }).first().click(opened)
    await trainer.page.getByLabel('Votre question').fill(question)
    await trainer.page.getByRole('dialog').getByRole('button', { name: 'Ouvrir un temps de regard' }).click()
    await trainer.page.getByRole('heading', { level: 1, name: question }).waitFor(opened)

    const { page, complaints } = await openPage('/field', { role: 'participant', viewport: PHONE })
    await page.getByRole('heading', { level: 1, name: question }).waitFor(opened)
    await page.getByText('Quartiers entiers').click()
    await page.getByLabel('Chercher un quartier').fill('Vieille')
    await page.getByRole('option', { name: /Vieille Ville/ }).click(opened)
    await page.getByText('entendu dire').click()
    await page.getByRole('button', { name: /D’où regardons-nous/ }).click()
    await page.getByRole('option', { name: 'bénévoles' }).click()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Déposer', exact: true }).click()
    await page
      .getByText(/1 observation déposée/)
      .first()
      .waitFor(opened)

    const answers = await page.request.get('/api/observations')
    const rounds: { id: string; question: string }[] = await (await page.request.get('/api/rounds')).json()
    const { id } = rounds.find((round) => round.question === question)!
    const read = async () =>
      ((await (await page.request.get(`/api/observations?round=${id}`)).json()) as unknown[]).length
    expect(answers.ok()).toBe(true)
    expect(await read()).toBe(0)

    await trainer.page.reload()
    await trainer.page.getByRole('button', { name: 'Dévoiler' }).click(opened)
    await trainer.page.getByRole('alertdialog').getByRole('button', { name: 'Dévoiler' }).click()
    await trainer.page.getByRole('listitem').filter({ hasText: 'entendu dire' }).waitFor(opened)
    expect(await read()).toBe(1)
    expect(await seriousViolations(trainer.page)).toEqual([])
    expect([...complaints, ...trainer.complaints]).toEqual([])
  })

  it('[KNW2] an officer estimates, reads a zone, and the method sheet says what it was made of', async () => {
    const { page, complaints } = await openPage('/analyses/estimates', { role: 'observatory_officer' })
    await page.getByRole('button', { name: 'Lancer l’estimation' }).click(opened)
    await page.getByText('Si le taux national s’applique ici').first().waitFor(opened)
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('link', { name: 'Fiche de méthode' }).click()
    await page.getByText('Empreinte').first().waitFor(opened)
    expect(await page.getByText(/[0-9a-f]{64}/).count()).toBe(1)
    expect(await seriousViolations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('[KNW3] whoever reads a figure can say that it is not what they see', async () => {
    const { page, complaints } = await openPage('/analyses', { role: 'participant' })
    await page
      .getByRole('button', { name: /Vieille Ville/ })
      .first()
      .click(opened)
    await page.getByRole('link', { name: 'Ce n’est pas ce que nous voyons' }).first().click(opened)
    await page.getByText('Vous dites que les chiffres de cette zone').first().waitFor(opened)
    expect(complaints).toEqual([])
  })
})
