import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { accountEndpoints } from '#contract/accounts'
import { call } from '#web/http/call.ts'

/** Addresses made of numbers have no passkeys, whatever the connection. */
const isNumeric = (host: string): boolean => /^[\d.]+$|:/.test(host)

/** Whether this page may use passkeys: browsers allow them over TLS (or on `localhost`) and under a name only. */
export const passkeySupport = (): 'yes' | 'insecure' | 'unsupported' =>
  !window.isSecureContext || isNumeric(location.hostname)
    ? 'insecure'
    : 'PublicKeyCredential' in window
      ? 'yes'
      : 'unsupported'

/** The person closed the browser's own window, or let it wait too long: nothing went wrong. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)

// Few people come here: the library arrives with the gesture that needs it.
const browser = () => import('@simplewebauthn/browser')

/** The second step of signing in. */
export async function showPasskey() {
  const options = await call(accountEndpoints.passkeyChallenge, {})
  const { startAuthentication } = await browser()
  const response = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  })
  return call(accountEndpoints.showPasskey, { body: { response: { ...response } } })
}

/** Makes a key on this device or on one that it reaches. */
export async function addPasskey(name: string) {
  const options = await call(accountEndpoints.newPasskeyOptions, {})
  const { startRegistration } = await browser()
  const response = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  })
  return call(accountEndpoints.addPasskey, { body: { name, response: { ...response } } })
}
