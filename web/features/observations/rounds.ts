import type { Round } from '#contract/observations'

const newestFirst = (rounds: readonly Round[]) =>
  [...rounds].sort((one, other) => other.openedAt.localeCompare(one.openedAt))

/** The newest round that is not revealed, else the newest of all. */
export const currentOf = (rounds: readonly Round[]): Round | undefined => {
  const newest = newestFirst(rounds)
  return newest.find(({ revealedAt }) => revealedAt === null) ?? newest[0]
}

/** Those that can be read, the newest first. */
export const revealedOf = (rounds: readonly Round[]): Round[] =>
  newestFirst(rounds).filter(({ revealedAt }) => revealedAt !== null)
