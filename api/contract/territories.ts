import { z } from 'zod'
import { CommuneCode, Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Area, Bounds } from './geometry.ts'

/** A named set of communes, of EPCI, or a polygon that someone drew. What lies in it is computed, never stored. */
export const TerritoryFields = z.object({
  name: z.string().trim().min(1).max(120),
  communes: z.array(CommuneCode).max(2_000),
  epcis: z.array(z.string().regex(/^\d{9}$/)).max(50),
  polygon: Area.nullable(),
})

const hasExtent = (t: { communes?: unknown[]; epcis?: unknown[]; polygon?: unknown }) =>
  Boolean(t.communes?.length || t.epcis?.length || t.polygon)

export const TerritoryInput = TerritoryFields.extend({
  id: Id,
  communes: TerritoryFields.shape.communes.default([]),
  epcis: TerritoryFields.shape.epcis.default([]),
  polygon: TerritoryFields.shape.polygon.default(null),
}).refine(hasExtent, { path: ['communes'], message: 'territory_without_extent' })

export const Territory = TerritoryFields.extend({
  id: Id,
  /** Fictional, and never mixed with a real territory. */
  demo: z.boolean(),
  /** Every commune code that it contains, those of its EPCI included. */
  communeCodes: z.array(z.string()),
  population: z.int().nullable(),
  actors: z.int(),
  /** From its contours or its actors' places; null when nothing of it is on the map yet. */
  bounds: Bounds.nullable(),
  version: z.int(),
  archivedAt: Instant.nullable(),
})
export type Territory = z.infer<typeof Territory>

/** What the generated town draws under the actors: a fictional territory has no basemap. */
export const BACKDROP_CLASSES = [
  'land',
  'built',
  'park',
  'water',
  'river',
  'road_major',
  'road_minor',
  'rail',
  'label_town',
  'label_quarter',
  'label_street',
  'label_water',
  'label_park',
] as const

const Backdrop = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ class: z.enum(BACKDROP_CLASSES), name: z.string().nullable() }),
      geometry: z.object({ type: z.string(), coordinates: z.array(z.any()) }),
    }),
  ),
})

const params = z.object({ id: Id })
export const territoryEndpoints = {
  list: { method: 'GET', path: '/api/territories', response: z.array(Territory) },
  get: { method: 'GET', path: '/api/territories/:id', params, response: Territory },
  create: { method: 'POST', path: '/api/territories', body: TerritoryInput, response: Territory },
  update: {
    method: 'PATCH',
    path: '/api/territories/:id',
    params,
    body: z.object({ version: z.int(), set: TerritoryFields.partial() }),
    response: Territory,
  },
  archive: { method: 'POST', path: '/api/territories/:id/archive', params, response: Territory },
  /** Its outline, for drawing; null when no contour of its communes has been imported. */
  outline: {
    method: 'GET',
    path: '/api/territories/:id/outline',
    params,
    response: z.object({ area: Area.nullable() }),
  },
  backdrop: { method: 'GET', path: '/api/territories/:id/backdrop', params, response: Backdrop },
} as const satisfies Record<string, Endpoint>
