import type { FastifyBaseLogger } from 'fastify'
import type { Deps } from '#api/http/deps'
import { newSecret } from '#api/http/secret'
import { withAccounts } from '#db/workspace'
import { findAccountByEmail } from './accounts.repository.ts'
import { insertChallenge } from './challenges.repository.ts'
import { noteEvent } from './events.repository.ts'
import { LINK_MINUTES, openMailbox } from './links.mail.ts'

type Asked = { email: string; browser: string; site: string; log: FastifyBaseLogger }

/**
 * Sends sign-in links behind the answer's back: whether an address is known must show neither in the answer nor in the
 * time it takes.
 */
export function linkSender({ database, now }: Deps, mail: NonNullable<Deps['mail']>) {
  const mailbox = openMailbox(mail)
  const sending = new Set<Promise<void>>()

  async function send({ email, browser, site }: Asked): Promise<void> {
    const secret = newSecret()
    const to = await withAccounts(database, async (tx) => {
      const account = await findAccountByEmail(tx, email)
      if (!account?.email) return undefined
      const accountId = account.id
      await insertChallenge(tx, { kind: 'link', secret, accountId, browser, minutes: LINK_MINUTES }, now())
      await noteEvent(tx, { kind: 'link_sent', accountId }, now())
      return account.email
    })
    // To the address that is kept, not to the one that was typed. The secret stands after the `#`, which browsers send
    // to nobody: no log and no referrer holds it.
    if (to) await mailbox.sendSignInLink(to, `${site}/sign-in/link#${secret}`, site)
  }

  return {
    later(asked: Asked): void {
      const sent = send(asked).catch(({ code }: { code?: unknown }) => {
        // The error's own text may quote the address.
        asked.log.error({ code: String(code ?? 'unknown') }, 'A sign-in link could not be sent')
      })
      sending.add(sent)
      void sent.finally(() => sending.delete(sent))
    },
    async close(): Promise<void> {
      await Promise.all(sending)
      mailbox.close()
    },
  }
}
