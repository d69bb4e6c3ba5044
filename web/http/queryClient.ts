import { QueryClient } from '@tanstack/react-query'
import { isUnreachable } from './errors.ts'

const FOUR_SECONDS = 4_000

/**
 * A refusal is an answer and is never retried; a server that cannot be reached is, so that a write made in a
 * room with bad Wi-Fi waits instead of vanishing. `networkMode: 'always'` because the server may be on this laptop.
 */
export const createQueryClient = () =>
  new QueryClient({
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
