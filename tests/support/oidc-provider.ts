import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { onTestFinished, vi } from 'vitest'

type Person = {
  sub: string
  given_name?: string
  usual_name?: string
  email?: string
  email_verified?: boolean
}
type Claims = Record<string, unknown>
/** What the provider says instead of the truth; `sign` makes a JWT, with its own key unless told another. */
type Lie = (claims: Claims, sign: (claims: Claims, key?: KeyObject, alg?: string) => string) => string

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const KEY = newKey()
export const FOREIGN_KEY = newKey()

const SCOPE = 'openid given_name usual_name email'
const PARAMETERS = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'claims',
  'state',
  'nonce',
  'prompt',
  'idp_hint',
]
const PKCE_PARAMETERS = ['code_challenge', 'code_challenge_method']
const LEAVING_PARAMETERS = ['id_token_hint', 'state', 'post_logout_redirect_uri']

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: Claims, key: KeyObject = KEY, alg = 'RS256'): string => {
  const text = `${base64({ alg, kid: 'own' })}.${base64(claims)}`
  return `${text}.${alg === 'none' ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`
}
const claimsIn = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims

/**
 * A provider that behaves as ProConnect is documented to: no parameter that it does not know, state and nonce of 32
 * characters, signed userinfo, no PKCE unless asked for here. Everybody who comes is `person`, or gives up.
 */
export async function startIdentityProvider({
  site = 'http://localhost',
  pkce = false,
  signedUserinfo = true,
} = {}) {
  const state = {
    person: { sub: 'personne-1' } as Person,
    givesUp: false,
    idToken: undefined as Lie | undefined,
    userinfo: undefined as Lie | undefined,
    /** Parameters of every authorization request. */
    asked: [] as URLSearchParams[],
  }
  const server = createServer()
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}`

  // It warns that it keeps everything in memory, as it should here.
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...KEY.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] as never },
    clients: [
      {
        client_id: 'maillage',
        client_secret: 'a-secret-that-both-know',
        redirect_uris: [`${site}/api/provider/back`],
        post_logout_redirect_uris: [`${site}/sign-in`],
        token_endpoint_auth_method: 'client_secret_post',
        ...(signedUserinfo && { userinfo_signed_response_alg: 'RS256' }),
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      amr: null,
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
    },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 60, IdToken: 60 },
    cookies: { keys: ['a-key-of-the-tests'] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...state.person, sub }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope(SCOPE)
      grant.addOIDCClaims(['amr'])
      await grant.save()
      return grant
    },
  })
  quiet.mockRestore()
  const wrongIn = (asked: URLSearchParams, known: readonly string[]) => [
    ...[...asked.keys()].filter((name) => !known.includes(name)),
    ...['state', 'nonce'].filter((name) => known.includes(name) && (asked.get(name) ?? '').length < 32),
  ]
  provider.use(async (ctx, next) => {
    const asked = ctx.URL.searchParams
    if (ctx.path === '/auth') state.asked.push(asked)
    const known = {
      '/auth': [...PARAMETERS, ...(pkce ? PKCE_PARAMETERS : [])],
      '/session/end': LEAVING_PARAMETERS,
    }[ctx.path]
    const wrong = known ? wrongIn(asked, known) : []
    if (wrong.length) {
      ctx.status = 400
      ctx.body = `Y000400 ${wrong.join()}`
      return
    }
    if (ctx.path.startsWith('/interaction/')) {
      ctx.respond = false
      const login = { accountId: state.person.sub, amr: ['pwd', 'mfa'] }
      await provider.interactionFinished(
        ctx.req,
        ctx.res,
        state.givesUp ? { error: 'access_denied', error_description: 'no' } : { login },
      )
      return
    }
    await next()
    const body = ctx.body as Claims & { id_token: string }
    if (ctx.path.endsWith('openid-configuration') && !pkce) delete body.code_challenge_methods_supported
    if (ctx.path === '/token' && state.idToken && body.id_token)
      ctx.body = { ...body, id_token: state.idToken(claimsIn(body.id_token), jwt) }
    if (ctx.path === '/me' && state.userinfo && typeof ctx.body === 'string')
      ctx.body = state.userinfo(claimsIn(ctx.body), jwt)
  })
  server.on('request', provider.callback())

  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(stop)

  /** What a browser does that is sent there: signs in, and is sent back. Answers with the address it is sent back to. */
  async function visit(address: string): Promise<string> {
    const jar = new Map<string, string>()
    for (let at = address; ; ) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const reply = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const line of reply.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        jar.set(name!, value!)
      }
      const location = reply.headers.get('location')
      if (!location) throw new Error(`${reply.status} ${await reply.text()}`)
      const next = new URL(location, at)
      if (next.origin !== issuer) return next.pathname + next.search
      at = next.href
    }
  }

  return {
    state,
    issuer,
    settings: {
      issuer,
      clientId: 'maillage',
      clientSecret: 'a-secret-that-both-know',
      name: 'ProConnect',
      scope: SCOPE,
    },
    visit,
    stop,
    restart: () => listen(port),
  }
}
