import { z } from 'zod'
import { ActorFilter } from './actors.ts'
import { Bounds } from './geometry.ts'
import { ZoneLevel } from './zones.ts'

export const TILE_LAYERS = ['actors', 'zones'] as const
export type TileLayer = (typeof TILE_LAYERS)[number]

/** From this zoom the server sends places one by one; below, cells with how many and of which families. */
export const PLACE_MIN_ZOOM = 11
export const TILE_MAX_ZOOM = 16

export const TileParams = z.object({
  layer: z.enum(TILE_LAYERS),
  z: z.coerce.number().int().min(0).max(TILE_MAX_ZOOM),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
})

/** The `actors` layer speaks the one filter; the `zones` layer takes one level and vintage. */
export const TileQuery = ActorFilter.omit({ bbox: true }).extend({
  level: ZoneLevel.optional(),
  vintage: z.string().max(20).optional(),
})

/**
 * Attributes of the `actors` layer. A place (z ≥ {@link PLACE_MIN_ZOOM}): `id` of the actor, `family`,
 * `state` (f fresh, a aging, s stale, u unverified), `name`. A cell: `n` places, `families` as `A12B3`.
 * Attributes of the `zones` layer: `id`, `code`, `name`.
 */
export const tilePath = '/api/tiles/:layer/:z/:x/:y.mvt'
export const tileJsonPath = '/api/tiles/:layer.json'

export const TileJson = z.object({
  tilejson: z.literal('3.0.0'),
  tiles: z.array(z.string()),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: Bounds,
  attribution: z.string(),
  vector_layers: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.string()) })),
})
