import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { tilePath } from '#contract/tiles'
import { type ZoneCoverage, type ZoneLevel, zoneEndpoints } from '#contract/zones'
import { toSearch } from '#web/http/address.ts'
import { call } from '#web/http/call.ts'

export const coverageQuery = (territory: string | undefined) =>
  queryOptions({
    queryKey: ['zones', 'coverage', territory],
    queryFn: ({ signal }) =>
      call(zoneEndpoints.coverage, { query: { ...(territory && { territory }) } }, { signal }),
  })

/** One set of contours: a level of one vintage. */
export type Contours = { level: z.infer<typeof ZoneLevel>; vintage: string }

/** What the map can show of what is loaded, coarse levels first as the contract lists them. */
export const drawable = (coverage: z.infer<typeof ZoneCoverage>[]) =>
  coverage.filter((row) => row.contours > 0)

/** `iris@2024`, as the address of the page and the select carry it. */
export const contoursKey = ({ level, vintage }: Contours) => `${level}@${vintage}`

/** Address of the tiles of one set of contours, with {z}/{x}/{y} for the map to fill. */
export const zoneTilesUrl = (origin: string, { level, vintage }: Contours): string =>
  origin + tilePath.replace(':layer', 'zones').replace(/:([zxy])/g, '{$1}') + toSearch({ level, vintage })
