import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'
import type { Member } from './members.ts'

const LEVELS = ['commune', 'epci'] as const
// What one request may ask for.
const CODES_AT_ONCE = 200

/** Communes and EPCI whose name, code or postal code matches. */
export const membersQuery = (q: string) =>
  queryOptions({
    queryKey: ['zones', 'members', q],
    queryFn: ({ signal }) =>
      call(zoneEndpoints.list, { query: { level: LEVELS, q, limit: 20 } as never }, { signal }),
    enabled: q.trim().length > 1,
    placeholderData: keepPreviousData,
    select: ({ items }) => items,
  })

/** The members of a territory that exists, by their codes. */
export const membersOfQuery = (codes: readonly string[]) =>
  queryOptions({
    queryKey: ['zones', 'members-of', codes],
    enabled: codes.length > 0,
    queryFn: async ({ signal }): Promise<Member[]> => {
      const members: Member[] = []
      for (let from = 0; from < codes.length; from += CODES_AT_ONCE) {
        const code = codes.slice(from, from + CODES_AT_ONCE)
        const query = { level: LEVELS, code, limit: CODES_AT_ONCE } as never
        members.push(...(await call(zoneEndpoints.list, { query }, { signal })).items)
      }
      return members
    },
  })
