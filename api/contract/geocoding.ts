import { z } from 'zod'
import { ActorSummary } from './actors.ts'
import { Id, PageQuery, pageOf } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Point } from './geometry.ts'

/** How exactly an address was found. A municipality is never a place. */
export const ADDRESS_MATCHES = ['housenumber', 'interpolation', 'street', 'locality'] as const

/** A place that has an address and no point. */
export const Unplaced = z.object({
  actor: ActorSummary,
  placeId: Id,
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  communeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  /** What was found without being sure enough to write it. */
  candidates: z.array(
    z.object({
      label: z.string(),
      point: Point,
      match: z.enum(ADDRESS_MATCHES),
      score: z.number(),
    }),
  ),
})
export type Unplaced = z.infer<typeof Unplaced>

export const geocodingEndpoints = {
  /** Whether addresses are here, how many places wait for a point, and whether the national service may be asked. */
  status: {
    method: 'GET',
    path: '/api/geocoding',
    response: z.object({
      addresses: z.int(),
      communes: z.int(),
      unplaced: z.int(),
      service: z.boolean(),
      /** Where the service is, so that whoever allows it knows where addresses go. */
      serviceUrl: z.string(),
    }),
  },
  /** Allows or forbids asking the national service: only the address columns leave. */
  allow: {
    method: 'PUT',
    path: '/api/geocoding',
    body: z.object({ service: z.boolean() }),
    response: z.object({ service: z.boolean() }),
  },
  unplaced: { method: 'GET', path: '/api/geocoding/unplaced', query: PageQuery, response: pageOf(Unplaced) },
  /** Looks for the addresses of places without a point: in the addresses that are here, then in the service if allowed. */
  locate: {
    method: 'POST',
    path: '/api/geocoding/locate',
    body: z.object({ actorIds: z.array(Id).max(1_000).optional() }),
    response: z.object({
      located: z.int(),
      /** How exactly, of those that were located. */
      matches: z.record(z.enum(ADDRESS_MATCHES), z.int()),
      unplaced: z.int(),
      /** More were found than one call writes: call again. */
      more: z.boolean(),
      seq: z.int().nullable(),
    }),
  },
} as const satisfies Record<string, Endpoint>
