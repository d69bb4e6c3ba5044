import { readArea } from '#api/domain/import-area'
import { isSwapped } from '#api/domain/import-coordinates'
import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { questionOf } from '../reading/stop.ts'
import { CONTOURS, type Contours } from './contour-kinds.ts'
import type { Format, Interpreted, RawRecord } from './format.ts'
import { allSay, cellOf, cellsOf, folded } from './record.ts'

const COMMUNES = /\b\d[\dAB]\d{3}\b/g

function interpretContour(contours: Contours, feature: RawRecord, context: ReadContext): Interpreted {
  const cells = cellsOf(feature)
  const problems: RowProblem[] = []
  const code = cellOf(cells, contours.code)
  if (code === null) problems.push(refusal('identifier_missing', contours.code[0]!))
  else if (!contours.form.test(code)) problems.push(refusal('code_unreadable', contours.code[0]!, code))
  const read = readArea(feature.geometry)
  if ('refused' in read) problems.push(refusal(read.refused, 'geometry'))
  if ('projected' in read) {
    const problem = refusal('projection_unknown', 'geometry', read.projected)
    return { key: code, draft: null, problems, ask: { problem, question: questionOf('projection', problem) } }
  }
  if (code === null || !('area' in read) || problems.length > 0) return { key: code, draft: null, problems }
  if (isSwapped(...read.first)) {
    const problem = refusal('coordinates_swapped', 'geometry', read.first)
    return { key: code, draft: null, problems, ask: { problem, question: questionOf('axes', problem) } }
  }
  if (read.closed) problems.push(reservation('geometry_repaired', 'geometry'))
  const said = cellOf(cells, contours.communes)?.match(COMMUNES) ?? []
  return {
    key: code,
    problems,
    draft: {
      what: 'zone',
      level: contours.level,
      code,
      name: cellOf(cells, contours.name) ?? code,
      vintage: contours.vintage ?? context.vintage ?? 'unknown',
      source: contours.source,
      licence: contours.licence,
      communes: [...new Set([...(contours.communeOf ? [contours.communeOf(code)] : []), ...said])],
      area: read.area,
    },
  }
}

/** What is said of a file whose year nobody gave. Codes of priority neighbourhoods tell theirs. */
export const vintageRemarks = ({ vintage }: ReadContext): RowProblem[] =>
  vintage === null ? [reservation('vintage_unknown', null)] : []

const formatOf = (contours: Contours): Format => ({
  id: contours.id,
  containers: ['features'],
  recognise: (head) => {
    const names = folded(head.names)
    const has = (wanted: readonly string[]) => wanted.some((name) => names.has(name.toLowerCase()))
    return (
      has(contours.code) &&
      has(contours.name) &&
      allSay(head, contours.code, contours.form) &&
      (contours.tells?.(head) ?? true)
    )
  },
  interpret: (feature, context) => interpretContour(contours, feature, context),
  ...(contours.vintage === undefined && { remarks: vintageRemarks }),
})

/** Contours that are published, each told by the names of its columns and the form of its codes. */
export const CONTOUR_FORMATS: readonly Format[] = CONTOURS.map(formatOf)
