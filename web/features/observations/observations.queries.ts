import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ObservationInput, observationEndpoints } from '#contract/observations'
import { type ZoneLevel, zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'

const ROUNDS = ['rounds'] as const
const FOUR_SECONDS = 4_000

/** Times of looking. Their counts grow while people put down what they see: `isLive` asks again and again. */
export const roundsQuery = (isLive = false) =>
  queryOptions({
    queryKey: ROUNDS,
    queryFn: ({ signal }) => call(observationEndpoints.rounds, {}, { signal }),
    refetchInterval: isLive ? FOUR_SECONDS : false,
  })

/** What was put down in a round that is revealed; of others the server gives nothing. */
export const observationsQuery = (round: string) =>
  queryOptions({
    queryKey: ['observations', round],
    queryFn: ({ signal }) => call(observationEndpoints.list, { query: { round } }, { signal }),
  })

/** What several say of each zone of one set of contours. */
export const zoneReadingsQuery = (query: {
  round: string
  level: ZoneLevel
  vintage: string
  territory: string | undefined
}) =>
  queryOptions({
    queryKey: ['observations', 'zones', query],
    queryFn: ({ signal }) => {
      const { territory, ...rest } = query
      return call(
        observationEndpoints.zones,
        { query: { ...rest, ...(territory && { territory }) } },
        { signal },
      )
    },
  })

const LEVELS: ZoneLevel[] = ['drawn', 'qpv', 'iris', 'commune']

/** Zones by name or code, to choose one without the map. */
export const zonesNamedQuery = (q: string, territory: string | undefined) =>
  queryOptions({
    queryKey: ['zones', 'named', q, territory],
    queryFn: async ({ signal }) =>
      (
        await call(
          zoneEndpoints.list,
          { query: { level: LEVELS, q, limit: 12, ...(territory && { territory }) } },
          { signal },
        )
      ).items,
    enabled: q.length > 1,
  })

/** A write that a person waits for: it is not repeated behind their back, and lists follow it. */
function useWrite<Input, Answer>(write: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ROUNDS }),
        client.invalidateQueries({ queryKey: ['observations'] }),
      ]),
  })
}

export const useOpenRound = () =>
  useWrite((body: { id: string; question: string }) => call(observationEndpoints.open, { body }))
export const useReveal = () => useWrite((id: string) => call(observationEndpoints.reveal, { params: { id } }))
export const useExtend = () => useWrite((id: string) => call(observationEndpoints.extend, { params: { id } }))
export const usePut = () => useWrite((body: ObservationInput) => call(observationEndpoints.put, { body }))
export const useWithdraw = () =>
  useWrite((id: string) => call(observationEndpoints.withdraw, { params: { id } }))
