import { z } from 'zod'

/** A decimetre: finer than any address, and what the database gives back. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
const Longitude = z.number().min(-180).max(180).overwrite(round)
const Latitude = z.number().min(-90).max(90).overwrite(round)
const Position = z.tuple([Longitude, Latitude])
const Ring = z.array(Position).min(4).max(20_000)

/** WGS 84 longitude and latitude, in degrees. */
export const Point = z.object({ type: z.literal('Point'), coordinates: Position })
export type Point = z.infer<typeof Point>

const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(500) })
const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring).min(1).max(500)).min(1).max(2_000),
})
/** A surface in WGS 84. */
export const Area = z.discriminatedUnion('type', [Polygon, MultiPolygon])
export type Area = z.infer<typeof Area>

/** West, south, east, north, in degrees. */
export const Bounds = z.tuple([Longitude, Latitude, Longitude, Latitude])
export type Bounds = z.infer<typeof Bounds>

/** {@link Bounds} in one query parameter: `w,s,e,n`. */
export const BoundsQuery = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map(Number) : value),
  Bounds.optional(),
)
