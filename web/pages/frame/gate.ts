import type { Me } from '#contract/accounts'

/** Pages that are on the way in: they open for everybody, without the bar and the territory. */
const THRESHOLD = ['/sign-in', '/sign-in/link', '/setup', '/join', '/visit']

/**
 * What the frame shows at an address: the page with everything around it (`open`), the page alone (`threshold`), or
 * the step that is missing before it may open.
 */
export type Gate = 'open' | 'threshold' | 'passkey' | 'setup' | 'outside' | 'signIn'

/** Which it is, for somebody at a path. Roles are checked by the pages and by the server, not here. */
export function gateOf(me: Pick<Me, 'account' | 'role' | 'secondFactor' | 'server'>, path: string): Gate {
  if (path === '/privacy') return me.role ? 'open' : 'threshold'
  if (me.secondFactor === 'pending') return 'passkey'
  if (THRESHOLD.includes(path)) return 'threshold'
  if (me.role) return 'open'
  if (me.account) return 'outside'
  return me.server.empty ? 'setup' : 'signIn'
}
