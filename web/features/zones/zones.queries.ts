import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { type ZoneCoverage, zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'
import type { Contours } from '#web/map/contourTiles.ts'

export const coverageQuery = (territory: string | undefined) =>
  queryOptions({
    queryKey: ['zones', 'coverage', territory],
    queryFn: ({ signal }) =>
      call(zoneEndpoints.coverage, { query: { ...(territory && { territory }) } }, { signal }),
  })

/** What the map can show of what is loaded, coarse levels first as the contract lists them. */
export const drawable = (coverage: z.infer<typeof ZoneCoverage>[]) =>
  coverage.filter((row) => row.contours > 0)

/** `iris@2024`, as the address of the page and the select carry it. */
export const contoursKey = ({ level, vintage }: Contours) => `${level}@${vintage}`
