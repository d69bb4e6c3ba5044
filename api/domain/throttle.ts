const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Past `free` failures in `window`, each one more doubles the wait from `first` to `longest` (milliseconds). */
export type Throttle = { free: number; window: number; first: number; longest: number }

const guesses = (free: number, window = 10 * MINUTE): Throttle => ({
  free,
  window,
  first: 10 * SECOND,
  longest: 10 * MINUTE,
})

/** What is counted, and how far. A network is generous: a training room shares one address. */
export const THROTTLES = {
  account: { free: 5, window: 60 * MINUTE, first: 15 * SECOND, longest: 15 * MINUTE },
  network: guesses(100),
  passkey: guesses(5),
  setup: guesses(20),
  invitation: guesses(100),
  link: guesses(100),
  visit: guesses(100),
  /** Messages sent to one address: three an hour. */
  message: { free: 3, window: 60 * MINUTE, first: 60 * MINUTE, longest: 60 * MINUTE },
} as const satisfies Record<string, Throttle>
export type Throttled = keyof typeof THROTTLES

/** The longest that a failure is remembered, in milliseconds. */
export const LONGEST_WINDOW = Math.max(...Object.values(THROTTLES).map(({ window }) => window))

/**
 * Seconds to wait before the next try is looked at; 0 when there is none. `failures`: instants in milliseconds, in any
 * order. A clock that went back never makes the wait longer than `longest`.
 */
export function secondsToWait(
  { free, window, first, longest }: Throttle,
  failures: readonly number[],
  now: number,
): number {
  const recent = failures.filter((at) => at > now - window)
  if (recent.length < free) return 0
  const delay = Math.min(longest, first * 2 ** (recent.length - free))
  const left = Math.min(delay, Math.max(...recent) + delay - now)
  return Math.max(0, Math.ceil(left / SECOND))
}

/** What counts as one network: an IPv4 address, or the 64 bits of IPv6 that one subscriber has. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail ?? '')]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
