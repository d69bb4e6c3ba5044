import { type App, addressOf, type Route, type Sent, type Who } from './sweep.ts'
import { ESTIMATE_WRITES } from './sweep-estimates.ts'
import { OBSERVATION_WRITES } from './sweep-observations.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite, Write } from './sweep-write.ts'
import { COOPERATION_WRITES } from './sweep-writes-cooperation.ts'
import { IMPORT_WRITES } from './sweep-writes-imports.ts'
import { PEOPLE_WRITES } from './sweep-writes-people.ts'
import { WORK_WRITES } from './sweep-writes-work.ts'

/** One request for each route that writes: what it needs is made ready first, in the world that it is for. */
export const WRITES: Record<string, MakeWrite> = {
  ...PEOPLE_WRITES,
  ...WORK_WRITES,
  ...COOPERATION_WRITES,
  ...IMPORT_WRITES,
  ...ESTIMATE_WRITES,
  ...OBSERVATION_WRITES,
}

/** Writes that need a ceremony, a mail server, an empty server or the demo, and where they are tested. */
export const ELSEWHERE: Record<string, string> = {
  'POST /api/setup': 'accounts-entry: once, on an empty server',
  'POST /api/session/demo': 'accounts-entry: in the demo only',
  'POST /api/session/links': 'sign-in-links: needs a mail server',
  'POST /api/session/link': 'sign-in-links: needs a mail server',
  'POST /api/session/passkey/options': 'passkeys: a ceremony',
  'POST /api/session/passkey': 'passkeys: a ceremony',
  'POST /api/account/passkeys/options': 'passkeys: a ceremony',
  'POST /api/account/passkeys': 'passkeys: a ceremony',
}

/** What every request may do besides: it was seen. */
export const ALWAYS = [
  'sessions.last_seen_at',
  'access_tokens.last_used_at',
  'search_lexemes.*',
  'workspaces.last_seq',
]

/** A request for a route, made ready in a world, and who sends it there. */
export async function writeOf(
  { name, method, path }: Route,
  world: World,
  app: App,
  neighbour: World,
): Promise<{ sent: Sent; by: Who; write: Write }> {
  const write = await WRITES[name]!(world, app, neighbour)
  const url = addressOf(path, write.values) + (write.query ?? '')
  const { body, by = world.administrator } = write
  return { sent: { method, url, ...(body !== undefined && { body }) }, by, write }
}
