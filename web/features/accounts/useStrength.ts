import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { accountEndpoints } from '#contract/accounts'
import { call } from '#web/http/call.ts'
import { useSettled } from '#web/ui/useSettled.ts'

export const SHORTEST = 12

/** Names of zxcvbn's levels, 0 to 4. */
export const LEVELS = ['trivial', 'easy', 'almost', 'good', 'excellent'] as const

export type Strength = { level: number; isAccepted: boolean }

/**
 * How hard a password is to guess, once nobody has typed for a moment. Undefined while it is too short or not yet
 * known. `words`: what the person has typed beside it, which must not make it up.
 */
export function useStrength(password: string, words: readonly string[]): Strength | undefined {
  const settled = useSettled(password)
  const isLong = settled.length >= SHORTEST
  const { data } = useQuery({
    queryKey: ['strength', settled, words],
    queryFn: ({ signal }) =>
      call(
        accountEndpoints.weighPassword,
        { body: { password: settled, words: words.filter(Boolean).slice(0, 5) } },
        { signal },
      ),
    enabled: isLong,
    // A password is not left behind in memory.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
  if (!data || password.length < SHORTEST) return undefined
  return { level: data.strength, isAccepted: data.accepted }
}
