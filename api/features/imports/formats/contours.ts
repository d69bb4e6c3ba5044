import { readArea } from '#api/domain/import-area'
import { isSwapped } from '#api/domain/import-coordinates'
import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { COMMUNE_CODE, readLine } from '#api/domain/import-text'
import type { Format, Interpreted, RawRecord } from './format.ts'

type Contours = {
  level: 'iris' | 'commune'
  source: string
  licence: string | null
  code: readonly string[]
  name: readonly string[]
  form: RegExp
}

const IRIS: Contours = {
  level: 'iris',
  source: 'contours-iris',
  licence: 'Licence Ouverte 2.0',
  code: ['CODE_IRIS', 'code_iris', 'DCOMIRIS', 'dcomiris', 'DCIRIS'],
  name: ['NOM_IRIS', 'nom_iris', 'LIBIRIS'],
  form: /^\d[\dAB]\d{7}$/,
}

const COMMUNES: Contours = {
  level: 'commune',
  source: 'contours-communes',
  licence: null,
  code: ['code'],
  name: ['nom'],
  form: COMMUNE_CODE,
}

const firstOf = (properties: RawRecord, names: readonly string[]): string | null => {
  const name = names.find((candidate) => candidate in properties)
  return name === undefined ? null : readLine(properties[name], 200)
}

const propertiesOf = (feature: RawRecord): RawRecord =>
  typeof feature.properties === 'object' && feature.properties !== null
    ? (feature.properties as RawRecord)
    : {}

function interpretContour(contours: Contours, feature: RawRecord, context: ReadContext): Interpreted {
  const properties = propertiesOf(feature)
  const problems: RowProblem[] = []
  const code = firstOf(properties, contours.code)
  if (code === null) problems.push(refusal('identifier_missing', contours.code[0]!))
  else if (!contours.form.test(code)) {
    problems.push(refusal('code_unreadable', contours.code[0]!, code))
  }
  const read = readArea(feature.geometry)
  if ('refused' in read) problems.push(refusal(read.refused, 'geometry'))
  if ('projected' in read) {
    const ask = refusal('projection_unknown', 'geometry', read.projected)
    return { key: code, draft: null, problems, ask }
  }
  if (code === null || !('area' in read) || problems.length > 0) return { key: code, draft: null, problems }
  const [longitude, latitude] = read.first
  if (isSwapped(longitude, latitude)) {
    const ask = refusal('coordinates_swapped', 'geometry', read.first)
    return { key: code, draft: null, problems, ask }
  }
  if (read.closed) problems.push(reservation('geometry_repaired', 'geometry'))
  return {
    key: code,
    problems,
    draft: {
      what: 'zone',
      level: contours.level,
      code,
      name: firstOf(properties, contours.name) ?? code,
      vintage: context.vintage ?? 'unknown',
      source: contours.source,
      licence: contours.licence,
      communes: [code.slice(0, 5)],
      area: read.area,
    },
  }
}

const vintageRemarks = ({ vintage }: ReadContext): RowProblem[] =>
  vintage === null ? [reservation('vintage_unknown', null)] : []

/** Contours…IRIS of IGN and Insee, whatever the edition: the column of the code has had several names. */
export const irisContours: Format = {
  id: 'iris_contours',
  containers: ['geojson'],
  recognise: ({ names }) => IRIS.code.some((name) => names.has(name)),
  interpret: (feature, context) => interpretContour(IRIS, feature, context),
  remarks: vintageRemarks,
}

/** Contours of communes as geo.api.gouv.fr and Etalab publish them. */
export const communeContours: Format = {
  id: 'commune_contours',
  containers: ['geojson'],
  recognise: ({ names, first }) =>
    names.has('code') && names.has('nom') && COMMUNE_CODE.test(String(first && propertiesOf(first).code)),
  interpret: (feature, context) => interpretContour(COMMUNES, feature, context),
  remarks: vintageRemarks,
}
