/** No host bears this name. */
const HERE = 'http://here.invalid'
/** Control and invisible characters, spaces, and the backslash that browsers read as a slash. */
const NEVER = /[\p{C}\p{Z}\\]/u
/** What can become another host once it is normalised or decoded on the way: //, /./, and encoded / \ . % or controls. */
const UNSAFE_PATH = /\/\/|\/\.{1,2}(\/|$)|%(?:[01]|2[5ef]|5c|7f)/i

/**
 * Where a browser may be sent back to after it signed in: a page of this site, as path, query and fragment. Anything
 * else, and what the API answers at, is the first page.
 */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2_000 || !asked.startsWith('/') || NEVER.test(asked))
    return '/'
  const path = asked.split(/[?#]/, 1)[0]!
  if (UNSAFE_PATH.test(path) || /^\/api(\/|$)/i.test(path)) return '/'
  return URL.canParse(asked, HERE) && new URL(asked, HERE).origin === HERE ? asked : '/'
}
