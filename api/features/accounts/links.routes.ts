import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { siteOf } from '#api/http/site'
import { accountEndpoints } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { normalEmail } from './accounts.repository.ts'
import { browserMark } from './browser-mark.ts'
import { findChallenge, removeChallenges, takeChallenge } from './challenges.repository.ts'
import { enter } from './enter.ts'
import { LINK_MINUTES } from './links.mail.ts'
import { linkSender } from './links.send.ts'
import { linkOtherBrowser, linkOver, linksAbsent, tooManyLinks } from './links-problems.ts'
import { type AttemptKey, noteFailure, refuseWhenTooMany } from './throttle.ts'

/** How long a session that came by a link may set a password without the one before. */
const RESET_MS = 10 * 60_000

export const linksRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const { database, now, mail, publicUrl } = deps
  const mark = browserMark(publicUrl, 'link')
  const sender = mail && linkSender(deps, mail)
  if (sender) app.addHook('onClose', sender.close)

  serve(app, accountEndpoints.sendLink, 'account:enter', async ({ body, request, reply }) => {
    if (!sender) throw linksAbsent()
    const email = normalEmail(body.email)
    // Counted when asked, known or not: the limit tells nothing either.
    const network: AttemptKey = ['link', request.ip]
    const mailbox: AttemptKey = ['message', email]
    await withAccounts(database, async (tx) => {
      await refuseWhenTooMany(tx, [network], now())
      await refuseWhenTooMany(tx, [mailbox], now()).catch(tooManyLinks)
      await noteFailure(tx, [network, mailbox], now())
    })
    const browser = mark.keep(request, reply, LINK_MINUTES)
    const site = siteOf(app, publicUrl)
    reply.raw.once('finish', () => sender.later({ email, browser, site, log: request.log }))
    return { done: true as const }
  })

  // Programs that read mail open every address in it: only the page's own POST consumes a link.
  serve(app, accountEndpoints.signInByLink, 'account:enter', async ({ body, request, reply }) => {
    const keys: AttemptKey[] = [['link', request.ip]]
    const found = await withAccounts(database, async (tx) => {
      await refuseWhenTooMany(tx, keys, now())
      const browser = mark.read(request) ?? ''
      const answered = await takeChallenge(tx, 'link', body.secret, now(), browser)
      if (answered?.accountId) {
        await removeChallenges(tx, 'link', answered.accountId)
        return answered.accountId
      }
      if (await findChallenge(tx, 'link', body.secret, now())) return linkOtherBrowser()
      await noteFailure(tx, keys, now())
      return linkOver()
    })
    if (typeof found !== 'string') throw found
    mark.clear(reply)
    const resetUntil = new Date(now().getTime() + RESET_MS)
    return enter(deps, { request, reply }, { accountId: found, by: 'link', resetUntil })
  })
}
