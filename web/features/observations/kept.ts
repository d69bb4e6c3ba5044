import { useCallback, useState } from 'react'
import { z } from 'zod'
import { ObservationInput } from '#contract/observations'
import { Draft } from './draft.ts'

/**
 * What this device keeps of a round until it is revealed: the draft, and what was put down from here. Nobody else can
 * read it before, the server gives it to no one.
 */
const Kept = z.object({ draft: Draft.nullable(), put: z.array(ObservationInput) })
type Kept = z.output<typeof Kept>

const NOTHING: Kept = { draft: null, put: [] }
const PREFIX = 'maillage.observations.'
const keyOf = (owner: string, round: string) => `${PREFIX}${owner}.${round}`

// A browser may refuse to store (private windows): the page works, only a reload forgets.
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch {
    return undefined
  }
}

function read(key: string): Kept {
  const text = attempt(() => localStorage.getItem(key))
  const kept = Kept.safeParse(text && attempt(() => JSON.parse(text)))
  return kept.success ? kept.data : NOTHING
}

function write(key: string, kept: Kept) {
  const isNothing = kept.draft === null && kept.put.length === 0
  attempt(() => (isNothing ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(kept))))
}

/** {@link Kept} of one owner (account and workspace) and round, and how to change a part of it. */
export function useKept(
  owner: string,
  round: string,
): [Kept, (change: (now: Kept) => Partial<Kept>) => void] {
  const key = keyOf(owner, round)
  const [kept, setKept] = useState(() => read(key))
  const keep = useCallback(
    (change: (now: Kept) => Partial<Kept>) =>
      setKept((now) => {
        const next = { ...now, ...change(now) }
        write(key, next)
        return next
      }),
    [key],
  )
  return [kept, keep]
}

/** Forgets what was kept of rounds that are revealed or gone: from then on the list is the only place. */
export function forgetOthers(owner: string, openRounds: readonly string[]) {
  const mine = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${owner}.`)))
  const open = openRounds.map((round) => keyOf(owner, round))
  for (const key of mine ?? []) if (!open.includes(key)) attempt(() => localStorage.removeItem(key))
}
