import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isRightsRefused, isUnreachable } from './errors.ts'

const FOUR_SECONDS = 4_000

/**
 * A refusal is an answer and is never retried; a server that cannot be reached is, so that a write made in a
 * room with bad Wi-Fi waits instead of vanishing. `networkMode: 'always'` because the server may be on this laptop.
 */
export const createQueryClient = () => {
  // The session is over, or the role has changed since: who asks is asked again, and the page follows.
  const onError = (error: unknown) => {
    if (isRightsRefused(error)) client.invalidateQueries({ queryKey: ['me'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isUnreachable(error),
        retryDelay: 1_000,
      },
      mutations: {
        networkMode: 'always',
        retry: (failures, error) => failures < 100 && isUnreachable(error),
        retryDelay: FOUR_SECONDS,
      },
    },
  })
  return client
}
