import { useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { statusEndpoints } from '#contract/status'
import { call } from './call.ts'
import { useReach } from './reach.ts'

const THREE_SECONDS = 3_000

/** How many writes wait, and whether the server is lost; knocks until it answers, then asks again what failed. */
export function useSaving(): { pending: number; isOffline: boolean } {
  const client = useQueryClient()
  const pending = useIsMutating()
  const isReached = useReach()

  useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => call(statusEndpoints.health, {}, { signal }),
    enabled: !isReached,
    refetchInterval: THREE_SECONDS,
    retry: false,
  })

  useEffect(() => {
    if (isReached) client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  }, [client, isReached])

  return { pending, isOffline: !isReached }
}
