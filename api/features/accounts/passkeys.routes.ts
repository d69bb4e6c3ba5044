import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import type { Asked } from '#api/http/serve'
import { serve } from '#api/http/serve'
import { siteOf } from '#api/http/site'
import { accountEndpoints } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { addPasskey, newPasskeyOptions, removePasskey } from './passkeys.keep.ts'
import { findPasskeys, toPasskey } from './passkeys.repository.ts'
import { passkeyChallenge, showPasskey } from './passkeys.show.ts'
import { passkeySite } from './passkeys.site.ts'

export const passkeysRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const site = ({ request }: Asked) => passkeySite(siteOf(app, deps.publicUrl), request.hostname)

  serve(app, accountEndpoints.passkeys, 'account:own', async ({ caller }) => {
    const keys = await withAccounts(deps.database, (tx) => findPasskeys(tx, caller.accountId!))
    return keys.map(toPasskey)
  })
  serve(app, accountEndpoints.newPasskeyOptions, 'account:own', async (asked) =>
    newPasskeyOptions(deps, site(asked), asked.caller),
  )
  serve(app, accountEndpoints.addPasskey, 'account:own', async (asked) =>
    addPasskey(deps, site(asked), asked.caller, asked.body),
  )
  serve(app, accountEndpoints.removePasskey, 'account:own', ({ caller, params }) =>
    removePasskey(deps, caller, params.id),
  )

  // Of a session that waits for its key, which may nothing else yet.
  serve(app, accountEndpoints.passkeyChallenge, 'account:enter', async (asked) =>
    passkeyChallenge(deps, site(asked), asked.caller),
  )
  serve(app, accountEndpoints.showPasskey, 'account:enter', async (asked) =>
    showPasskey(deps, site(asked), asked, asked.body.response),
  )
}
