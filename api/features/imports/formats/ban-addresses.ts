import { addressNumber, streetKey } from '#api/domain/address-key'
import { readPoint } from '#api/domain/import-coordinates'
import type { AddressDraft } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { COMMUNE_CODE, POSTCODE, readCode, readLine } from '#api/domain/import-text'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'

/** The number as people write it: 0 and 99999 say that the BAN has none. */
function numberOf(record: RawRecord): string {
  const number = readLine(record.numero, 10) ?? ''
  if (number === '0' || number === '99999') return ''
  return addressNumber([number, readLine(record.rep, 20)].filter(Boolean).join(' '))
}

function interpret(record: RawRecord): Interpreted {
  const id = readLine(record.id, 80)
  const street = readLine(record.nom_voie, 200) ?? readLine(record.nom_ld, 200)
  const communeCode = readCode(record.code_insee, COMMUNE_CODE)
  const problems = [
    ...(id === null ? [refusal('identifier_missing', 'id')] : []),
    ...(street === null ? [refusal('name_missing', 'nom_voie')] : []),
    ...(communeCode === null ? [refusal('code_unreadable', 'code_insee', record.code_insee)] : []),
  ]
  // `x` and `y` are in the projection of their territory, which the file does not name: degrees are enough.
  const read = readPoint(record.lon, record.lat)
  if ('refused' in read) problems.push(refusal(read.refused, 'lon', [record.lon, record.lat]))
  if ('absent' in read) problems.push(refusal('coordinates_unreadable', 'lon'))
  if ('outside' in read) problems.push(refusal('point_outside_france', 'lon', read.outside))
  if (id === null || street === null || communeCode === null || !('point' in read))
    return { key: id, draft: null, problems }
  const draft: AddressDraft = {
    what: 'address',
    id,
    number: numberOf(record),
    street,
    streetKey: streetKey(street),
    postcode: readCode(record.code_postal, POSTCODE),
    communeCode,
    communeName: readLine(record.nom_commune, 120) ?? communeCode,
    point: read.point,
  }
  return { key: id, draft, problems }
}

/** The Base Adresse Nationale, 20 or 23 columns: they are found by name. */
export const banAddresses: Format = {
  id: 'ban_addresses',
  containers: ['table'],
  recognise: ({ names }) =>
    hasAll(names, ['id', 'numero', 'nom_voie', 'code_insee', 'nom_commune', 'lon', 'lat']),
  interpret,
}
