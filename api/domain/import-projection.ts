import proj4 from 'proj4'
import { isInFrance, isOnMainland } from './import-coordinates.ts'

type Position = [longitude: number, latitude: number]

/**
 * A projection of French files. `area` is where it is used, west, south, east, north. `legal: false` for those that
 * are read when a file names them but are no answer to a guess: another one gives the same positions.
 */
export type Projection = {
  epsg: number
  proj: string
  area: readonly [number, number, number, number]
  legal: boolean
  fr: string
  en: string
}

const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'
const NTF = '+a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs'
const MAINLAND = [-5.6, 41.2, 9.8, 51.3] as const

const projection = (
  epsg: number,
  proj: string,
  area: Projection['area'],
  fr: string,
  en = fr,
  legal = true,
): Projection => ({ epsg, proj, area, legal, fr, en })

/** Conical conform, zone by zone: CC42 is EPSG:3942, and its band is one degree each side. */
const conical = (latitude: number): Projection =>
  projection(
    3900 + latitude,
    `+proj=lcc +lat_1=${latitude - 0.75} +lat_2=${latitude + 0.75} +lat_0=${latitude} +lon_0=3 +x_0=1700000 +y_0=${(latitude - 41) * 1e6 + 2e5} ${GRS80}`,
    [MAINLAND[0], latitude - 1.1, MAINLAND[2], latitude + 1.1],
    `RGF93 CC${latitude}`,
  )

const ntf = (
  epsg: number,
  latitude: number,
  scale: number,
  y: number,
  area: Projection['area'],
  name: string,
) =>
  projection(
    epsg,
    `+proj=lcc +lat_1=${latitude} +lat_0=${latitude} +lon_0=0 +k_0=${scale} +x_0=600000 +y_0=${y} ${NTF}`,
    area,
    `NTF ${name}`,
  )

const utm = (epsg: number, zone: string, area: Projection['area'], fr: string, en: string) =>
  projection(epsg, `+proj=utm +zone=${zone} ${GRS80}`, area, fr, en)

/** WGS 84 / UTM: the positions of the legal projection of the same zone, to the centimetre. */
const utmTwin = (epsg: number, zone: string, area: Projection['area']) =>
  projection(
    epsg,
    `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`,
    area,
    `WGS 84 / UTM ${zone.replace(' +south', ' S')}`,
    undefined,
    false,
  )

const ANTILLES = [-63.3, 14.2, -60.6, 18.3] as const
const GUYANE = [-54.8, 2, -51.4, 5.9] as const
const SAINT_PIERRE = [-56.6, 46.6, -56, 47.3] as const
const MAYOTTE = [44.9, -13.1, 45.4, -12.5] as const
const REUNION = [55.1, -21.5, 55.9, -20.8] as const

/**
 * Projections of French files, the likeliest first. Definitions are those of PROJ 9 (EPSG registry); NTF is moved to
 * WGS 84 by the three-parameter translation EPSG:1193 (2 m).
 */
export const PROJECTIONS: readonly Projection[] = [
  projection(
    2154,
    `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`,
    MAINLAND,
    'RGF93 Lambert-93',
  ),
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map(conical),
  utm(
    5490,
    '20',
    ANTILLES,
    'RGAF09 UTM 20 N (Guadeloupe, Martinique)',
    'RGAF09 UTM 20 N (Guadeloupe, Martinique)',
  ),
  utm(2972, '22', GUYANE, 'RGFG95 UTM 22 N (Guyane)', 'RGFG95 UTM 22 N (French Guiana)'),
  utm(2975, '40 +south', REUNION, 'RGR92 UTM 40 S (La Réunion)', 'RGR92 UTM 40 S (Réunion)'),
  utm(4471, '38 +south', MAYOTTE, 'RGM04 UTM 38 S (Mayotte)', 'RGM04 UTM 38 S (Mayotte)'),
  utm(
    4467,
    '21',
    SAINT_PIERRE,
    'RGSPM06 UTM 21 N (Saint-Pierre-et-Miquelon)',
    'RGSPM06 UTM 21 N (Saint Pierre and Miquelon)',
  ),
  projection(
    3163,
    `+proj=lcc +lat_0=-21.5 +lon_0=166 +lat_1=-20.6666666666667 +lat_2=-22.3333333333333 +x_0=400000 +y_0=300000 ${GRS80}`,
    [158, -23.3, 172.3, -17.9],
    'RGNC91 Lambert (Nouvelle-Calédonie)',
    'RGNC91 Lambert (New Caledonia)',
  ),
  utm(3297, '6 +south', [-150.1, -28.2, -144, -7.7], 'RGPF UTM 6 S (Polynésie)', 'RGPF UTM 6 S (Polynesia)'),
  utm(3298, '7 +south', [-144, -28.2, -138, -7.7], 'RGPF UTM 7 S (Polynésie)', 'RGPF UTM 7 S (Polynesia)'),
  utm(
    8903,
    '1 +south',
    [-178.4, -14.6, -175.9, -13],
    'RGWF96 UTM 1 S (Wallis-et-Futuna)',
    'RGWF96 UTM 1 S (Wallis and Futuna)',
  ),
  ntf(27572, 46.8, 0.99987742, 2_200_000, MAINLAND, 'Lambert II étendu'),
  projection(
    3035,
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs',
    MAINLAND,
    'ETRS89 LAEA Europe',
  ),
  projection(
    3857,
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    [-180, -85, 180, 85],
    'WGS 84 Pseudo-Mercator (web)',
    'WGS 84 Pseudo-Mercator (web)',
  ),
  ntf(27561, 49.5, 0.999877341, 200_000, [-4.9, 48.1, 8.3, 51.2], 'Lambert I'),
  ntf(27562, 46.8, 0.99987742, 200_000, [-4.9, 45.4, 7.7, 48.2], 'Lambert II'),
  ntf(27563, 44.1, 0.999877499, 200_000, [-1.8, 42.3, 7.8, 45.5], 'Lambert III'),
  utm(25830, '30', [-6, 41, 0, 51.3], 'ETRS89 UTM 30 N', 'ETRS89 UTM 30 N'),
  utm(25831, '31', [0, 41, 6, 51.3], 'ETRS89 UTM 31 N', 'ETRS89 UTM 31 N'),
  utm(25832, '32', [6, 41, 9.8, 51.3], 'ETRS89 UTM 32 N', 'ETRS89 UTM 32 N'),
  utmTwin(32620, '20', ANTILLES),
  utmTwin(4559, '20', ANTILLES),
  utmTwin(32621, '21', SAINT_PIERRE),
  utmTwin(32622, '22', GUYANE),
  utmTwin(32630, '30', [-6, 41, 0, 51.3]),
  utmTwin(32631, '31', [0, 41, 6, 51.3]),
  utmTwin(32632, '32', [6, 41, 9.8, 51.3]),
  utmTwin(32701, '1 +south', [-178.4, -14.6, -175.9, -13]),
  utmTwin(32738, '38 +south', MAYOTTE),
  utmTwin(32740, '40 +south', REUNION),
]

/** Geographic systems whose degrees are those of WGS 84, to a metre: WGS 84, RGF93, ETRS89 and the overseas ones. */
const DEGREES = new Set([4326, 4171, 4258, 4979, 4965, 5489, 4624, 4627, 4470, 4463, 4687, 4749, 8900, 9777])

/** `2154`, of `2154`, `EPSG:2154` or `urn:ogc:def:crs:EPSG::2154`; null for anything else. */
export function epsgOf(name: string | number): number | null {
  if (/\bCRS:?84$/i.test(String(name))) return 4326
  const digits = /^(?:\d{4,6}|.*EPSG[:/]+(?:[\d.]*[:/])?(\d{4,6}))$/i.exec(String(name).trim())
  return digits ? Number(digits[1] ?? name) : null
}

export type ToWgs84 = (x: number, y: number) => Position | null

const known = new Map<number, ToWgs84>()

/** The way from a projection to WGS 84 degrees; null when the projection is not in {@link PROJECTIONS}. */
export function converterOf(epsg: number): ToWgs84 | null {
  if (DEGREES.has(epsg)) return (x, y) => [x, y]
  const found = known.get(epsg)
  if (found) return found
  const proj = PROJECTIONS.find((one) => one.epsg === epsg)?.proj
  if (proj === undefined) return null
  const { inverse } = proj4(proj)
  const convert: ToWgs84 = (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null
    const [longitude, latitude] = inverse([x, y]) as Position
    return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : null
  }
  known.set(epsg, convert)
  return convert
}

/**
 * WGS 84 longitude and latitude, in degrees, of projected coordinates in metres.
 *
 * @param epsg a code of {@link PROJECTIONS}, or a geographic one; null comes back for any other, and off the Earth
 */
export const toWgs84 = (epsg: number, x: number, y: number): Position | null =>
  converterOf(epsg)?.(x, y) ?? null

/** The share of points that must fall where a projection is used for it to be a candidate. */
const FITTING = 0.9

const fits = ({ area: [west, south, east, north] }: Projection, [x, y]: Position): boolean =>
  x >= west &&
  x <= east &&
  y >= south &&
  y <= north &&
  (isOnMainland(x, y) || (isInFrance(x, y) && isOverseas(x, y)))

const isOverseas = (longitude: number, latitude: number): boolean =>
  longitude < -10 || longitude > 20 || latitude < 30

/**
 * Projections in which these coordinates lie in France, best first, each with the same points in WGS 84. Several may
 * fit (Guadeloupe in UTM 20 is the Aude in Lambert II): a person decides.
 */
export function guessProjections(
  points: readonly (readonly [x: number, y: number])[],
): { epsg: number; points: Position[] }[] {
  const candidates = PROJECTIONS.filter(({ legal }) => legal).flatMap((one) => {
    const placed = points.flatMap(([x, y]) => {
      const position = toWgs84(one.epsg, x, y)
      return position ? [position] : []
    })
    const inside = placed.filter((position) => fits(one, position))
    const share = points.length === 0 ? 0 : inside.length / points.length
    return share >= FITTING ? [{ epsg: one.epsg, points: inside, share }] : []
  })
  return candidates.sort((a, b) => b.share - a.share).map(({ epsg, points }) => ({ epsg, points }))
}

const DMS =
  /^([NSEWO])?\s*([+-])?(\d{1,3})\s*(?:°|º|d|deg\b|\s)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′´m]|\s|$)\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″s]|''|’’|′′)?\s*)?([NSEWO])?$/i

/**
 * Degrees, minutes and seconds as decimal degrees: `48°51'24"N`, `2° 21′ 7,5″ O`, `N 48 51 24`. West (W, French O) and
 * south are negative. Null when the text is not so written, or when its minutes or seconds reach 60.
 */
export function readDms(text: string): number | null {
  const trimmed = text.normalize('NFC').trim()
  if (trimmed.length > 40 || !/[°ºd'’′\s]/i.test(trimmed)) return null
  const found = DMS.exec(trimmed)
  if (!found) return null
  const [, before, sign, degrees, minutes = '0', seconds = '0', after] = found
  const numbers = [degrees!, minutes, seconds].map((part) => Number(part.replace(',', '.')))
  const [d, m, s] = numbers as [number, number, number]
  const side = (before ?? after ?? '').toUpperCase()
  if (m >= 60 || s >= 60 || d > 180 || (before && after) || (side && sign)) return null
  const value = d + m / 60 + s / 3600
  return sign === '-' || ['S', 'W', 'O'].includes(side) ? -value : value
}
