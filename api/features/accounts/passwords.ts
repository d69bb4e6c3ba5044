import { hash, verify } from '@node-rs/argon2'
import { weakPassword } from './accounts-problems.ts'
import { strengthOf } from './password-strength.ts'

/** OWASP's minimum for argon2id, the library's own default: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** What an unknown account is compared with, so that it takes as long as a known one. Nobody has this password. */
const DUMMY =
  '$argon2id$v=19$m=19456,t=2,p=1$bWFpbGxhZ2UtZHVtbXktcw$3XkZkUoV5uAjyyJ4Bt9GQvDxsCHDBCpuEAhsVZYhqOI'
/** Each takes 19 MiB and a core: what comes beyond waits. */
const AT_ONCE = 4

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** A PHC string. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST))

/** Whether it is the account's password; without a hash, no, after as long. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  const right = await inTurn(() => verify(passwordHash ?? DUMMY, password))
  return right && passwordHash != null
}

/** Whether a hash was made with other parameters than new ones are. */
export const isOutdated = (passwordHash: string): boolean =>
  !passwordHash.startsWith(DUMMY.slice(0, DUMMY.indexOf('$', '$argon2id$v=19$'.length) + 1))

/** Enough, on zxcvbn's scale of 0 to 4: safe against someone who tries online, or holds a slow hash. */
const ENOUGH = 3

/** How hard a password is to guess, 0 to 4. `words`: what is known of its owner. */
export async function weigh(password: string, words: readonly string[]) {
  const strength = await strengthOf(password, words)
  return { strength, accepted: [...password].length >= 12 && strength >= ENOUGH }
}

/** Throws `weak_password` when it is easy to guess for who knows its owner's name and address. */
export async function refuseWeak(password: string, words: readonly (string | null)[]): Promise<void> {
  const { accepted } = await weigh(
    password,
    words.filter((word) => word !== null),
  )
  if (!accepted) throw weakPassword()
}
