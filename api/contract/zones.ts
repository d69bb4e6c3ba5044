import { z } from 'zod'
import { Id, listOf, PageQuery, pageOf } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Area, Bounds, Point } from './geometry.ts'

/** The last one is drawn by people and belongs to a workspace; the others are references and never change. */
export const ZONE_LEVELS = [
  'region',
  'departement',
  'arrondissement',
  'epci',
  'commune',
  'iris',
  'qpv',
  'grid',
  'drawn',
] as const
export const ZoneLevel = z.enum(ZONE_LEVELS)
export type ZoneLevel = z.infer<typeof ZoneLevel>

/** Levels whose codes change from one year to the next. */
export const MOVING_LEVELS = ['commune', 'iris'] as const
/** `merge`: several became one; `split`: one became several; `renumber`: one became one; `rename`: only the name changed. */
export const MOVEMENT_KINDS = ['merge', 'split', 'renumber', 'rename'] as const

export const Zone = z.object({
  id: Id,
  level: ZoneLevel,
  code: z.string(),
  name: z.string(),
  /** Year of the contours or of the list (`millésime`); `unknown` when the importer did not say. */
  vintage: z.string(),
  source: z.string(),
  licence: z.string().nullable(),
  /** The communes it touches: a QPV can have several. */
  communes: z.array(z.string()),
  population: z.int().nullable(),
  postcodes: z.array(z.string()),
  bounds: Bounds.nullable(),
})
export type Zone = z.infer<typeof Zone>

export const ZoneQuery = z.object({
  ...PageQuery.shape,
  level: listOf(ZoneLevel),
  territory: Id.optional(),
  q: z.string().trim().max(100).optional(),
  code: listOf(z.string()),
})

export const DrawnZoneInput = z.object({ id: Id, name: z.string().trim().min(1).max(120), area: Area })

/** A name that can be shown on the map: commune, zone, address or actor that is already loaded. */
export const Located = z.object({
  kind: z.enum(['commune', 'zone', 'address', 'actor', 'landmark']),
  label: z.string(),
  detail: z.string().nullable(),
  point: Point,
  bounds: Bounds.nullable(),
  communeCode: z.string().nullable(),
  postcode: z.string().nullable(),
})
export type Located = z.infer<typeof Located>

/** How many zones of each level and vintage have contours, to say what the map can show. */
export const ZoneCoverage = z.object({
  level: ZoneLevel,
  vintage: z.string(),
  source: z.string(),
  licence: z.string().nullable(),
  zones: z.int(),
  contours: z.int(),
})

export const zoneEndpoints = {
  list: { method: 'GET', path: '/api/zones', query: ZoneQuery, response: pageOf(Zone) },
  coverage: {
    method: 'GET',
    path: '/api/zones/coverage',
    query: z.object({ territory: Id.optional() }),
    response: z.array(ZoneCoverage),
  },
  get: {
    method: 'GET',
    path: '/api/zones/:id',
    params: z.object({ id: Id }),
    response: Zone.extend({ area: Area.nullable() }),
  },
  draw: { method: 'POST', path: '/api/zones', body: DrawnZoneInput, response: Zone },
  locate: {
    method: 'GET',
    path: '/api/locate',
    query: z.object({ q: z.string().trim().min(2).max(200), territory: Id.optional() }),
    response: z.array(Located),
  },
} as const satisfies Record<string, Endpoint>
