import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import type { StoredPasskey } from './passkeys.repository.ts'
import type { PasskeySite } from './passkeys.site.ts'
import { passkeyRefused } from './passkeys-problems.ts'

type Ceremony = Record<string, unknown>

const known = (keys: readonly StoredPasskey[]) =>
  keys.map(({ id, transports }) => ({ id, ...(transports && { transports }) }))

/** Whoever is asked to prove presence also proves who they are, where their key can; where it cannot, that is enough. */
const VERIFICATION = 'preferred'
/** EdDSA, ES256, RS256: what authenticators have and every Node verifies. */
const ALGORITHMS = [-8, -7, -257]
/** What browsers give a person, in milliseconds. */
const TIMEOUT = 5 * 60_000

type Holder = { id: string; name: string; email: string | null }

/** What the browser needs to make a key. The account's id is all that the key keeps of its holder. */
export const registrationOptions = async (
  { rpID }: PasskeySite,
  holder: Holder,
  keys: readonly StoredPasskey[],
): Promise<Ceremony & { challenge: string }> => ({
  ...(await generateRegistrationOptions({
    rpName: 'Maillage',
    rpID,
    userID: Buffer.from(holder.id.replaceAll('-', ''), 'hex'),
    userName: holder.email ?? holder.name,
    userDisplayName: holder.name,
    timeout: TIMEOUT,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known(keys),
    authenticatorSelection: { residentKey: 'preferred', userVerification: VERIFICATION },
  })),
})

export const assertionOptions = async (
  { rpID }: PasskeySite,
  keys: readonly StoredPasskey[],
): Promise<Ceremony & { challenge: string }> => ({
  ...(await generateAuthenticationOptions({
    rpID,
    timeout: TIMEOUT,
    allowCredentials: known(keys),
    userVerification: VERIFICATION,
  })),
})

/** The library throws on whatever does not hold; what exactly is nobody's business. */
const refuse = () => {
  throw passkeyRefused()
}

/** What a response says that it answers. Throws `passkey_refused` when it says nothing. */
export function challengeOf({ response }: Ceremony): string {
  try {
    const { challenge } = decodeClientDataJSON((response as { clientDataJSON: string }).clientDataJSON)
    return typeof challenge === 'string' ? challenge : refuse()
  } catch {
    return refuse()
  }
}

/** The key that a browser made, for a challenge that was ours. Throws `passkey_refused`. */
export async function verifyNewKey({ rpID, origin }: PasskeySite, response: Ceremony, challenge: string) {
  const { registrationInfo } = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refuse)
  return registrationInfo?.credential ?? refuse()
}

/** The counter of a key that was shown. Throws `passkey_refused`, also when the counter did not advance. */
export async function verifyShownKey(
  { rpID, origin }: PasskeySite,
  key: StoredPasskey,
  response: Ceremony,
  challenge: string,
): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: false,
  }).catch(refuse)
  return verified ? authenticationInfo.newCounter : refuse()
}
