import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Territory, territoryEndpoints } from '#contract/territories'
import { call } from '#web/http/call.ts'
import { useViewPart } from '#web/useView.ts'
import { defaultTerritory } from './defaultTerritory.ts'

export const territoriesQuery = () =>
  queryOptions({
    queryKey: ['territories'],
    queryFn: ({ signal }) => call(territoryEndpoints.list, {}, { signal }),
    select: (territories) => territories.filter(({ archivedAt }) => archivedAt === null),
  })

/** The territory that the address names, else the one that a map would open with; absent while it loads, or when there is none. */
export function useTerritory(): Territory | undefined {
  const id = useViewPart(({ territory }) => territory)
  const { data } = useQuery(territoriesQuery())
  return data && (id ? data.find((territory) => territory.id === id) : defaultTerritory(data))
}

type Create = Parameters<typeof call<typeof territoryEndpoints.create>>[1]['body']
type Update = { territory: Territory; set: Partial<Pick<Territory, 'name' | 'communes' | 'epcis'>> }

/** A form waits for the answer: it is not sent again behind the back of whoever reads its refusal. */
function useTerritoryWrite<Input>(write: (input: Input) => Promise<Territory>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSuccess: () => client.invalidateQueries({ queryKey: ['territories'] }),
  })
}

export const useCreateTerritory = () =>
  useTerritoryWrite((body: Create) => call(territoryEndpoints.create, { body }))

export const useUpdateTerritory = () =>
  useTerritoryWrite(({ territory: { id, version }, set }: Update) =>
    call(territoryEndpoints.update, { params: { id }, body: { version, set } }),
  )

export const useArchiveTerritory = () =>
  useTerritoryWrite((id: string) => call(territoryEndpoints.archive, { params: { id } }))
