import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Area } from '#contract/geometry'
import { type ClassMethod, type GridIndicator, gridEndpoints, gridTilePath } from '#contract/grid'
import { zoneEndpoints } from '#contract/zones'
import { toSearch } from '#web/http/address.ts'
import { call } from '#web/http/call.ts'

const SECOND = 1_000

/** Grids that were imported; asked again while squares are being worked out. */
export const gridsQuery = (territory: string) =>
  queryOptions({
    queryKey: ['grids', territory],
    queryFn: ({ signal }) => call(gridEndpoints.list, { query: { territory } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.some(({ progress }) => progress !== null) ? 2 * SECOND : false,
  })

export type GridClassesQuery = {
  vintage: string
  indicator: GridIndicator
  territory: string
  level: number
  method: ClassMethod
  classes: number
}

export const gridClassesQuery = (query: GridClassesQuery) =>
  queryOptions({
    queryKey: ['grids', 'classes', query],
    queryFn: ({ signal }) => call(gridEndpoints.classes, { query }, { signal }),
    placeholderData: keepPreviousData,
  })

export const gridTiles = (origin: string, vintage: string, indicator: GridIndicator): string =>
  origin + gridTilePath.replace(/:([zxy])/g, '{$1}') + toSearch({ vintage, indicator })

const ringsOf = ({ type, coordinates }: Area) => (type === 'MultiPolygon' ? coordinates : [coordinates])

/** What whole zones hold together, read from the squares. Throws the server's refusals. */
export async function readZones(vintage: string, zoneIds: readonly string[]) {
  const zones = await Promise.all(zoneIds.map((id) => call(zoneEndpoints.get, { params: { id } })))
  const areas = zones.flatMap(({ area }) => (area ? [area] : []))
  const area = { type: 'MultiPolygon', coordinates: areas.flatMap(ringsOf) } as Area
  return call(gridEndpoints.read, { body: { vintage, area } })
}
