import type { Database } from '#db/client'
import type { SessionCookie } from './cookie.ts'

/** What every feature is given: nothing is read from the environment or the clock behind its back. */
export type Deps = {
  database: Database
  now: () => Date
  /** Where uploaded files wait. */
  dataDir: string
  cookie: SessionCookie
  /** The address that people type; links that leave the server begin with it. */
  publicUrl?: string | undefined
  /** The fictional territory: whoever comes is a visitor of it, and one click chooses a role. */
  demo?: boolean
  /** Where sign-in links are sent from; without it there are none. */
  mail?: { smtpUrl: string; from: string } | undefined
  /** OpenID Connect; `name` is what the button says. */
  provider?:
    | { issuer: string; clientId: string; clientSecret: string; name: string; scope: string }
    | undefined
  /** The geocoding service, which is asked where an administrator allows it. */
  geocoderUrl?: string | undefined
  /** Memory for tiles already made; 0 makes each anew, as the bench wants. */
  tileCacheBytes?: number
}
