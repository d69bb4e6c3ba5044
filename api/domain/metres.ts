/** A position in degrees, WGS 84. */
export type Position = { lng: number; lat: number }

/** Metres in a degree of latitude, on a sphere of the earth's mean radius (6,371,008.8 m). */
const DEGREE = 111_195

/** Metres between two points, as on a plane: right to 0.1 % within some kilometres of each other, away from the poles. */
export const metresBetween = (a: Position, b: Position): number =>
  Math.hypot((a.lat - b.lat) * DEGREE, (a.lng - b.lng) * DEGREE * Math.cos((a.lat * Math.PI) / 180))
