import { accountEndpoints } from '#contract/accounts'
import type { Endpoint, EndpointInput, EndpointResponse } from '#contract/endpoint'
import { call } from '#web/http/call.ts'
import type { ServerProcess } from './server-process.ts'

/** The browser's own client, on a server of another process. `token` is a program's, empty for nobody. */
export const clientOf =
  (url: string, token = '') =>
  <const E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Promise<EndpointResponse<E>> =>
    call(endpoint, input, {
      fetch: (address, init) =>
        fetch(`${url}${address}`, {
          ...init,
          headers: { ...init?.headers, ...(token && { authorization: `Bearer ${token}` }) },
        }),
    })

/** Becomes the first administrator through the link on a new server's console. Answers with a token for programs. */
export async function becomeAdministrator({ url, logs }: ServerProcess): Promise<string> {
  const [, secret] = /\/setup#(\S+)/.exec(logs()) ?? []
  if (!secret) throw new Error(`There is no link to the first account:\n${logs()}`)
  let cookie = ''
  const keepCookie: typeof fetch = async (address, init) => {
    const reply = await fetch(`${url}${address}`, { ...init, headers: { ...init?.headers, cookie } })
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return reply
  }
  await call(
    accountEndpoints.setUp,
    {
      body: {
        secret,
        workspace: { name: 'Essai', kind: 'other' },
        name: 'Camille',
        email: 'camille@example.org',
        password: 'quatre chevaux boivent la nuit',
      },
    },
    { fetch: keepCookie },
  )
  const { token } = await call(
    accountEndpoints.createToken,
    { body: { name: 'essai' } },
    { fetch: keepCookie },
  )
  return token
}
