import proj4 from 'proj4'
import { isInFrance, isSwapped } from '#api/domain/import-coordinates'
import { firstPosition, placeGeometry } from '#api/domain/import-geometry'
import { converterOf, epsgOf, guessProjections, type ToWgs84 } from '#api/domain/import-projection'
import { refusal, reservation } from '#api/domain/import-remarks'
import type { Point } from '#contract/geometry'
import type { ImportAnswers } from '#contract/questions'
import type { RawRecord } from '../formats/format.ts'
import type { Content, Crs, FileRecord } from './records.ts'
import { asked, questionOf } from './stop.ts'

/** Features looked at to judge where they are. */
const LOOKED_AT = 200
const PREVIEWED = 50

type Pair = [number, number]

/** Names that producers give to projections in their definitions, where these carry no code. */
const NAMES: readonly [RegExp, number][] = [
  [/lambert[_ -]?93/i, 2154],
  [/lambert.*(?:II|2).*[eé]tendu|lambert zone II$/i, 27572],
  [/etrs89?.*(?:laea|lambert.*azimuthal)/i, 3035],
]

/** The way from what a file declares to WGS 84: by its code, its name, or its definition; null when none is known. */
function converterFrom(crs: NonNullable<Crs>): ToWgs84 | null {
  const { name, wkt } = crs
  const inWkt = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\]\s*$/i.exec(wkt ?? '')?.[1]
  const conical = /\bCC[_ ]?(4[2-9]|50)\b/i.exec(name)?.[1]
  const code =
    epsgOf(name) ??
    (inWkt ? Number(inWkt) : null) ??
    (conical ? 3900 + Number(conical) : null) ??
    NAMES.find(([form]) => form.test(name))?.[1]
  const known = code === undefined || code === null ? null : converterOf(code)
  if (known) return known
  if (wkt === undefined) return null
  if (/^GEOG/i.test(wkt))
    return /WGS|RGF|ETRS|RGAF|RGFG|RGR|RGM|RGSPM|RGPF|RGNC/i.test(wkt) ? converterOf(4326) : null
  // Without its way to WGS 84, an old datum would be a hundred metres off.
  if (!/TOWGS84/i.test(wkt) && !/WGS|RGF|ETRS|RGAF|RGFG|RGR|RGM|RGSPM|RGPF|RGNC/i.test(wkt)) return null
  try {
    const { inverse } = proj4(wkt)
    return (x, y) => {
      const [longitude, latitude] = inverse([x, y]) as Pair
      return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : null
    }
  } catch {
    return null
  }
}

const areDegrees = ([x, y]: Pair): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
const pointOf = ([x, y]: readonly [number, number]): Point => ({
  type: 'Point',
  coordinates: [rounded(x), rounded(y)],
})

function askProjection(positions: readonly Pair[], value: unknown): Error {
  const problem = refusal('projection_unknown', 'geometry', value)
  const guesses = guessProjections(positions.slice(0, PREVIEWED))
  const options = guesses.map(({ epsg, points }) => ({ value: `EPSG:${epsg}`, points: points.map(pointOf) }))
  return asked(problem, questionOf('projection', problem, options, options[0]?.value ?? null))
}

/** A projection is declared, and the values are degrees of France. */
function askDegrees(positions: readonly Pair[], value: unknown): Error {
  const problem = refusal('projection_unknown', 'geometry', value)
  const options = [{ value: 'EPSG:4326', points: positions.slice(0, PREVIEWED).map(pointOf) }]
  return asked(problem, questionOf('projection', problem, options, 'EPSG:4326'))
}

function askAxes(positions: readonly Pair[]): Error {
  const problem = refusal('coordinates_swapped', 'geometry', positions[0])
  const shown = positions.slice(0, PREVIEWED)
  const swapped = shown.map(([x, y]) => pointOf([y, x]))
  const options = [
    { value: 'swapped', points: swapped },
    { value: 'as_is', points: shown.map(pointOf) },
  ]
  return asked(problem, questionOf('axes', problem, options, 'swapped'))
}

const MOST = 0.9

/**
 * How the positions of a file become WGS 84: as a person has answered, as the file declares, or as they are when they
 * can only be degrees. Null: they are degrees already.
 *
 * @throws {FileStop} a question, with the candidates that the values suggest
 */
function placementOf(positions: readonly Pair[], crs: Crs, answers: ImportAnswers): ToWgs84 | null {
  const exchange = answers.axes === 'swapped'
  const given = answers.projection ? epsgOf(answers.projection) : null
  const seen: Pair[] = exchange ? positions.map(([x, y]) => [y, x]) : [...positions]
  const chosen = given === null ? null : converterOf(given)
  const declared = chosen ?? (crs === null ? null : converterFrom(crs))
  if (crs !== null && declared === null) throw askProjection(seen, crs.name)
  const isIdentity = declared === null || declared(179.5, 89.5)?.[0] === 179.5
  const far = isIdentity ? seen.filter((position) => !areDegrees(position)) : []
  if (far.length > 0 && given === null) throw askProjection(far, far[0]!.join(', '))
  const convert: ToWgs84 | null = isIdentity ? null : declared
  if (convert && given === null && positions.length > 0) {
    const placed = seen.flatMap(([x, y]) => (convert(x, y) ? [convert(x, y)!] : []))
    if (placed.length === 0) throw askProjection(seen, crs?.name ?? null)
    // Metres declared, degrees written: the declaration is wrong.
    const areWritten = seen.every(([x, y]) => areDegrees([x, y]) && isInFrance(x, y))
    if (areWritten && !placed.some(([x, y]) => isInFrance(x, y))) throw askDegrees(seen, crs?.name ?? null)
  }
  if (answers.axes === undefined && isIdentity) {
    const swapped = seen.filter(([x, y]) => isSwapped(x, y))
    if (swapped.length > 0 && swapped.length >= seen.length * MOST) throw askAxes(seen)
  }
  if (!exchange) return convert
  return (x, y) => (convert ? convert(y, x) : [y, x])
}

const isObject = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each feature in WGS 84; its `id` is a property where it has no other. */
function place(item: FileRecord, convert: ToWgs84 | null): FileRecord {
  if ('broken' in item) return item
  const { line, record } = item
  if (record.type !== 'Feature')
    return { line, broken: 'row_unreadable', value: String(record.type ?? ''), record }
  const own = isObject(record.properties) ? record.properties : {}
  const hasId = typeof record.id === 'string' || typeof record.id === 'number'
  const properties = hasId && !Object.hasOwn(own, 'id') ? { ...own, id: record.id } : own
  const feature: RawRecord = { type: 'Feature', properties, geometry: record.geometry ?? null }
  if (feature.geometry === null) return { ...item, record: feature }
  const placed = placeGeometry(feature.geometry, convert)
  if ('broken' in placed) return { line, broken: placed.broken, record: { ...feature, geometry: null } }
  const problems = [...(item.problems ?? []), ...placed.mended.map((code) => reservation(code, 'geometry'))]
  return { line, record: { ...feature, geometry: placed.geometry }, problems }
}

/**
 * The features of a file in WGS 84, whatever it declares.
 *
 * @throws {FileStop} a question about the projection or the axes
 */
export async function* placedFeatures(
  { records, crs }: Extract<Content, { container: 'features' }>,
  answers: ImportAnswers,
): AsyncGenerator<FileRecord> {
  const first: FileRecord[] = []
  const positions: Pair[] = []
  let done = false
  while (!done && first.length < LOOKED_AT) {
    const next = await records.next()
    done = next.done === true
    if (next.done) break
    first.push(next.value)
    const position =
      'record' in next.value && next.value.record ? firstPosition(next.value.record.geometry) : null
    if (position) positions.push(position)
  }
  const convert = placementOf(positions, crs(), answers)
  for (const item of first) yield place(item, convert)
  if (!done) for await (const item of records) yield place(item, convert)
}
