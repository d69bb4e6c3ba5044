import { isIP } from 'node:net'
import { passkeysNeedHttps } from './passkeys-problems.ts'

/** Whom passkeys are bound to, and the page that may ask for them. */
export type PasskeySite = { rpID: string; origin: string }

/**
 * The relying party of a page. `site` is the server's own address, `hostname` the one that the browser asked for: a page
 * under another name could not use the passkeys of this one.
 *
 * Throws `passkeys_need_https` where browsers offer no passkey: plain HTTP but for localhost, or an IP address.
 */
export function passkeySite(site: string, hostname: string): PasskeySite {
  const { protocol, hostname: own, port } = new URL(site)
  // A server on this machine listens on 127.0.0.1, and passkeys know it as localhost only.
  const rpID = ['127.0.0.1', '[::1]'].includes(own) ? 'localhost' : own
  const secure = protocol === 'https:' || rpID === 'localhost'
  if (!secure || isIP(rpID.replace(/[[\]]/g, '')) !== 0 || hostname !== rpID) throw passkeysNeedHttps()
  return { rpID, origin: `${protocol}//${rpID}${port && `:${port}`}` }
}
