import { mostOf } from '#api/domain/import-columns'
import { isSwapped, readDecimal, readPoint } from '#api/domain/import-coordinates'
import type { ReadContext } from '#api/domain/import-draft'
import { said } from '#api/domain/import-mapping-values'
import {
  converterOf,
  epsgOf,
  guessProjections,
  PROJECTIONS,
  readDms,
  type ToWgs84,
} from '#api/domain/import-projection'
import { type RemarkCode, refusal } from '#api/domain/import-remarks'
import type { Point } from '#contract/geometry'
import type { ImportMapping } from '#contract/mappings'
import { asked, questionOf, rejected } from '../reading/stop.ts'
import type { Head, RawRecord } from './format.ts'
import { cellText } from './mapped-table.ts'
import type { SaidPlace } from './place.ts'

type Texts = { x: string | null; y: string | null }
type Position = [x: number, y: number]
export type Locate = (record: RawRecord) => NonNullable<SaidPlace['point']>

/** Both coordinates in one cell: latitude first, as in `geo_point_2d`, or a WKT point, longitude first. */
function splitPosition(cell: string): Texts {
  const wkt = /POINT\s*Z?\s*\(\s*(\S+)\s+(\S+?)[\s)]/i.exec(cell)
  if (wkt) return { x: wkt[1]!, y: wkt[2]! }
  const [, y = null, x = null] =
    /^\s*[[(]?\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)/.exec(cell) ??
    /^\s*([-+]?\d+,\d+)\s*[;\s]\s*([-+]?\d+,\d+)/.exec(cell) ??
    []
  return { x, y: y ?? said(cell) }
}

const optionOf = (value: string, points: readonly Position[], label: string | null = null) => ({
  value,
  label,
  points: points.slice(0, 50).map((coordinates): Point => ({ type: 'Point', coordinates: [...coordinates] })),
})

const first = (texts: readonly Texts[]): string | null =>
  texts[0] ? `${texts[0].x ?? ''} ; ${texts[0].y ?? ''}` : null

const isDms = (text: string): boolean => readDecimal(text) === null && readDms(text) !== null
const swap = ([x, y]: Position): Position => [y, x]
/** Beyond what degrees can be. */
const isFar = (limit: number) => (value: Position) => Math.max(Math.abs(value[0]), Math.abs(value[1])) > limit

/**
 * How the coordinates of a table are to be read, judged by its first rows and by what a person has answered.
 *
 * @param field the column that a question is about
 * @throws {FileStop} on a question: notation, axes, projection
 */
function decide(pairs: readonly Texts[], field: string, { answers }: ReadContext) {
  const ask = (
    about: 'notation' | 'axes' | 'projection',
    code: RemarkCode,
    options: ReturnType<typeof optionOf>[],
  ) => {
    const problem = refusal(code, field, first(pairs))
    return asked(problem, questionOf(about, problem, options, options[0]?.value ?? null))
  }
  const full = pairs.filter((pair): pair is { x: string; y: string } => pair.x !== null && pair.y !== null)
  const inDms = mostOf(
    full.map(({ x, y }) => (isDms(x) && isDms(y) ? 'dms' : '')),
    Boolean,
  )
  const numberOf = inDms ? readDms : readDecimal
  const numbers = full
    .map(({ x, y }): Position => [numberOf(x) ?? Number.NaN, numberOf(y) ?? Number.NaN])
    .filter((pair) => pair.every(Number.isFinite))
  const most = (values: readonly Position[], is: (value: Position) => boolean) =>
    values.length > 0 && values.filter(is).length >= values.length * 0.6
  if (inDms && answers.notation !== 'dms')
    throw ask('notation', 'coordinates_in_dms', [optionOf('dms', numbers)])
  const swapped = answers.axes === 'swapped'
  const ordered = swapped ? numbers.map(swap) : numbers
  if (most(ordered, isFar(180))) {
    if (answers.projection !== undefined)
      return { numberOf, swapped, convert: converterFor(answers.projection) }
    const guesses = guessProjections(ordered)
    const turned = guesses.length > 0 || answers.axes ? [] : guessProjections(ordered.map(swap))
    if (turned.length > 0) throw ask('axes', 'coordinates_swapped', [optionOf('swapped', turned[0]!.points)])
    if (guesses.length > 0 || most(ordered, isFar(1_000))) {
      const options = guesses.map(({ epsg, points }) =>
        optionOf(`EPSG:${epsg}`, points, PROJECTIONS.find((one) => one.epsg === epsg)?.fr ?? null),
      )
      throw ask('projection', 'coordinates_projected', options)
    }
  } else if (answers.axes === undefined && most(ordered, ([x, y]) => isSwapped(x, y))) {
    throw ask('axes', 'coordinates_swapped', [
      optionOf('swapped', ordered.map(swap)),
      optionOf(
        'as_is',
        ordered.filter((pair) => !isFar(90)(pair)),
      ),
    ])
  }
  return { numberOf, swapped, convert: null }
}

function converterFor(answer: string): ToWgs84 {
  const convert = converterOf(epsgOf(answer) ?? 0)
  if (!convert) throw rejected('projection_unknown', answer)
  return convert
}

/** The way from a row to its position; null when the mapping says nothing of positions. */
export function locator(mapping: ImportMapping, head: Head, context: ReadContext): Locate | null {
  const columnOf = (field: string) => mapping.columns.find((one) => one.field === field)?.column
  const [longitude, latitude, position] = [columnOf('longitude'), columnOf('latitude'), columnOf('position')]
  const field = latitude ?? position
  if (field === undefined || (latitude !== undefined && longitude === undefined)) return null
  const textsOf = (record: RawRecord): Texts =>
    latitude !== undefined && longitude !== undefined
      ? { x: said(cellText(record, longitude)), y: said(cellText(record, latitude)) }
      : splitPosition(said(cellText(record, field)) ?? '')
  const { numberOf, swapped, convert } = decide(head.records.map(textsOf), field, context)
  return (record) => {
    const { x, y } = textsOf(record)
    const value = [x, y].filter((text) => text !== null).join(', ')
    if (x === null && y === null) return { field, read: { absent: true }, value }
    const numbers = [x, y].map((text) => (text === null ? null : numberOf(text)))
    if (numbers.some((number) => number === null || !Number.isFinite(number))) {
      const isReadable = numbers.every((number) => number !== null)
      return {
        field,
        read: { refused: isReadable ? 'coordinates_out_of_range' : 'coordinates_unreadable' },
        value,
      }
    }
    const pair = (swapped ? numbers.toReversed() : numbers) as Position
    const isNowhere = !isFar(0.001)(pair)
    const [degreesX, degreesY] = (convert && !isNowhere ? convert(...pair) : pair) ?? [Number.NaN, Number.NaN]
    return { field, read: readPoint(degreesX, degreesY), value }
  }
}

/** The position of a feature, which its reader has already brought to degrees. */
export function locateFeature({ geometry }: RawRecord): NonNullable<SaidPlace['point']> {
  const { type, coordinates } = Object(geometry) as { type?: unknown; coordinates?: unknown }
  const all = Array.isArray(coordinates) ? coordinates : []
  const pair = type === 'Point' ? all : type === 'MultiPoint' && all.length === 1 ? all[0] : null
  if (!Array.isArray(pair)) return { field: 'geometry', read: { absent: true }, value: String(type ?? '') }
  return { field: 'geometry', read: readPoint(pair[0], pair[1]), value: `${pair[1]}, ${pair[0]}` }
}
