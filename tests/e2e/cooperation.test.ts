import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openPage, PHONE, seriousViolations, withBrowser } from '../support/page.ts'

withBrowser()

const card = (page: Page, name: string) => page.locator('[data-actor]', { hasText: name }).first()
const opened = { timeout: 60_000 }

describe('a room decides whom to cooperate with', () => {
  it('[COE1] by keyboard: a card is taken, moved and laid, and the judgement is on the actor’s card for everybody', async () => {
    const { page, complaints } = await openPage(
      '/cooperations?pane=matrix&beside=none&reason=do_outreach_together',
      {
        role: 'participant',
      },
    )
    const moved = card(page, 'Café associatif Le Lavoir')
    await moved.waitFor(opened)
    await moved.focus()
    for (const key of ['Enter', 'ArrowLeft', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await page
      .getByText(/Votre avis sur Café associatif Le Lavoir/)
      .first()
      .waitFor({ state: 'attached', ...opened })
    const other = await openPage('/cooperations?pane=list&beside=none&reason=do_outreach_together', {
      role: 'manager',
    })
    await other.page.getByText('Café associatif Le Lavoir').first().click(opened)
    await other.page.getByRole('heading', { name: 'Avis', exact: true }).first().waitFor(opened)
    expect(complaints).toEqual([])
    expect(other.complaints).toEqual([])
  })

  it('[COE2] those who differ are asked to talk, and what they say closes the question', async () => {
    const { page, complaints } = await openPage('/cooperations?pane=matrix&beside=none')
    const toDiscuss = page.getByRole('button', { name: /À discuter/ })
    await toDiscuss.click(opened)
    const before = await page.getByRole('button', { name: /: en parler$/ }).count()
    expect(before).toBeGreaterThan(0)
    await page
      .getByRole('button', { name: /: en parler$/ })
      .first()
      .click()
    await page.getByText('Nous restons d’avis différents').click()
    await page.getByRole('button', { name: 'Garder cette discussion' }).click()
    await page
      .getByText(/: discussion gardée/)
      .first()
      .waitFor({ state: 'attached', ...opened })
    expect(complaints).toEqual([])
  })

  it('[COE3] on a phone one view at a time, and nothing serious for axe in any of them', async () => {
    for (const pane of ['matrix', 'network', 'circles', 'reasons', 'bodies', 'calendar', 'list']) {
      const { page, complaints } = await openPage(`/cooperations?pane=${pane}`, {
        viewport: PHONE,
        role: 'participant',
      })
      await page.locator(`[data-pane="${pane}"]`).waitFor(opened)
      await page.waitForTimeout(1_500)
      expect(await seriousViolations(page), pane).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), pane).toBeLessThanOrEqual(
        PHONE.width,
      )
      expect(complaints, pane).toEqual([])
      await page.close()
    }
  })
})
