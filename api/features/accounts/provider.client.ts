import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client'
import type { Deps } from '#api/http/deps'
import { newSecret } from '#api/http/secret'
import { emailOf, isStrong, nameOf } from './provider.claims.ts'
import { ProviderRefusal, toRefusal } from './provider-problems.ts'

/** Seconds that the provider has to answer each request. */
const PATIENCE = 10
/** How long its metadata are believed, in milliseconds. */
const BELIEVED_MS = 3_600_000
/** How ProConnect is asked which factors it checked. */
const ASK_FACTORS = JSON.stringify({ id_token: { amr: { essential: true } } })

/** What was sent to the provider and must come back; all of it has 256 random bits. */
export type Sent = { state: string; nonce: string; verifier?: string }

/** Whom the provider vouches for. `issuer` and `subject` together are the person, whatever their address becomes. */
export type Vouched = {
  issuer: string
  subject: string
  name: string
  email: string | null
  strong: boolean | undefined
  idToken: string | undefined
}

const isLoopback = (issuer: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)

/** The identity provider. Everything that it does throws a {@link ProviderRefusal}. */
export function identityProvider(
  { issuer, clientId, clientSecret, scope }: NonNullable<Deps['provider']>,
  now: () => Date,
) {
  const server = new URL(issuer)
  let known: { configuration: Promise<Configuration>; readAt: number } | undefined

  function configured(): Promise<Configuration> {
    const at = now().getTime()
    if (known && Math.abs(at - known.readAt) < BELIEVED_MS) return known.configuration
    const configuration = discovery(server, clientId, clientSecret, undefined, {
      timeout: PATIENCE,
      // Signatures are checked even though TLS vouches for the sender: ProConnect asks for it. What they cannot be
      // checked with (HS256) is refused; choose RS256 or ES256 when registering.
      execute: [enableNonRepudiationChecks, ...(isLoopback(server) ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      known = undefined
      throw new ProviderRefusal('provider_unreachable', error)
    })
    known = { configuration, readAt: at }
    return configuration
  }

  return {
    /** Where to send the browser. Only parameters that the provider says it knows: ProConnect refuses any other. */
    async start(redirectUri: string): Promise<{ address: string; sent: Sent }> {
      const configuration = await configured()
      const metadata = configuration.serverMetadata()
      const sent: Sent = { state: newSecret(), nonce: newSecret() }
      if (metadata.supportsPKCE()) sent.verifier = newSecret()
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope,
        state: sent.state,
        nonce: sent.nonce,
        ...(metadata.claims_parameter_supported === true && { claims: ASK_FACTORS }),
        ...(sent.verifier && {
          code_challenge: await calculatePKCECodeChallenge(sent.verifier),
          code_challenge_method: 'S256',
        }),
      })
      return { address: address.href, sent }
    },

    /** Whom the provider vouches for in what the browser brought back. */
    async finish(address: URL, { state, nonce, verifier }: Sent): Promise<Vouched> {
      const configuration = await configured()
      try {
        const tokens = await authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          ...(verifier && { pkceCodeVerifier: verifier }),
        })
        const claims = tokens.claims()
        if (!claims) throw new ProviderRefusal('provider_answer_refused')
        const { iss, sub } = claims
        const told = configuration.serverMetadata().userinfo_endpoint
          ? { ...claims, ...(await fetchUserInfo(configuration, tokens.access_token, sub)) }
          : claims
        const of = { issuer: iss, subject: sub, strong: isStrong(claims), idToken: tokens.id_token }
        return { ...of, name: nameOf(told), email: emailOf(told) }
      } catch (error) {
        throw toRefusal(error)
      }
    },

    /** Where a browser signs out of the provider as well, to come back to `back`; undefined when it knows no such place. */
    async leave(idToken: string, back: string): Promise<string | undefined> {
      const configuration = await configured()
      if (!configuration.serverMetadata().end_session_endpoint) return undefined
      const address = buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        state: newSecret(),
        post_logout_redirect_uri: back,
      })
      // The token says whose it is; ProConnect documents no such parameter.
      address.searchParams.delete('client_id')
      return address.href
    },
  }
}
