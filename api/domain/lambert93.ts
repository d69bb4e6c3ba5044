/** East and north, in metres. */
export type Metres = readonly [east: number, north: number]
type Degrees = [longitude: number, latitude: number]

const RADIANS = Math.PI / 180
/** GRS 80. */
const A = 6_378_137
const F = 1 / 298.257222101
const E = Math.sqrt(F * (2 - F))
const [LAT_1, LAT_2, LAT_0, LON_0] = [44, 49, 46.5, 3].map((degrees) => degrees * RADIANS) as [
  number,
  number,
  number,
  number,
]
const [X_0, Y_0] = [700_000, 6_600_000]

const scaleAt = (latitude: number): number =>
  Math.cos(latitude) / Math.sqrt(1 - (E * Math.sin(latitude)) ** 2)
/** exp(−isometric latitude). */
const isometric = (latitude: number): number => {
  const s = E * Math.sin(latitude)
  return Math.tan(Math.PI / 4 - latitude / 2) / ((1 - s) / (1 + s)) ** (E / 2)
}

const N = Math.log(scaleAt(LAT_1) / scaleAt(LAT_2)) / Math.log(isometric(LAT_1) / isometric(LAT_2))
const C = (A * scaleAt(LAT_1)) / (N * isometric(LAT_1) ** N)
const Y_POLE = Y_0 + C * isometric(LAT_0) ** N

/**
 * WGS 84 in degrees to Lambert-93 (EPSG:2154), the legal projection of mainland France; the two datums count as one.
 * Snyder, Map Projections (USGS 1395), eq. 15-1 to 15-11. Agrees with proj4 to the millimetre.
 */
export function toLambert93([longitude, latitude]: readonly [number, number]): Metres {
  const radius = C * isometric(latitude * RADIANS) ** N
  const angle = N * (longitude * RADIANS - LON_0)
  return [X_0 + radius * Math.sin(angle), Y_POLE - radius * Math.cos(angle)]
}

/** The inverse of {@link toLambert93}. */
export function fromLambert93([east, north]: Metres): Degrees {
  const [dx, dy] = [east - X_0, Y_POLE - north]
  const t = (Math.hypot(dx, dy) / C) ** (1 / N)
  let latitude = Math.PI / 2 - 2 * Math.atan(t)
  // Converges by a factor of about 300 at each step.
  for (let step = 0; step < 6; step++) {
    const s = E * Math.sin(latitude)
    latitude = Math.PI / 2 - 2 * Math.atan(t * ((1 - s) / (1 + s)) ** (E / 2))
  }
  return [(LON_0 + Math.atan2(dx, dy) / N) / RADIANS, latitude / RADIANS]
}
