import type { ImportMapping } from '#contract/mappings'
import { type ColumnKind, mostOf, type SeenColumn } from './import-columns.ts'
import { readDecimal } from './import-coordinates.ts'
import { type ActorField, fieldsOfName, type Named, weekdayOf } from './import-mapping-names.ts'

/** Fields that can take several columns; of the others the clearest column is taken, and the rest are doubts. */
const MANY: ReadonlySet<ActorField> = new Set([
  'address',
  'phone',
  'email',
  'website',
  'hours',
  'publics',
  'type',
  'description',
])

/** What a column must hold for its name to be believed. Fields that are not here take anything. */
const HOLDS: Partial<Record<ActorField, readonly ColumnKind[]>> = {
  description: ['text', 'code', 'empty'],
  type: ['text', 'code', 'empty'],
  publics: ['text', 'empty'],
  siret: ['code', 'number', 'text', 'empty'],
  communeName: ['text', 'empty'],
  communeCode: ['code', 'number', 'empty', 'text'],
  postcode: ['code', 'number', 'empty', 'text'],
  longitude: ['number', 'coordinate', 'text', 'empty'],
  latitude: ['number', 'coordinate', 'text', 'empty'],
  position: ['coordinate'],
  email: ['email', 'text', 'empty'],
  website: ['website', 'text', 'empty'],
  sourceDate: ['date', 'text', 'empty'],
  hours: ['text', 'empty', 'code'],
}

export type Doubt = {
  column: string
  code: 'column_ambiguous' | 'column_unclear' | 'name_guessed' | 'name_of_person'
}
type Candidate = Named & { column: SeenColumn }
/** Of columns whose name says nothing. */
const BY_VALUES = 50
type Known = { isType: (value: string) => boolean; hasGeometry: boolean }

const inDegrees = ({ values }: SeenColumn): boolean =>
  mostOf(values, (value) => Math.abs(readDecimal(value) ?? Number.NaN) <= 180)

/** What the cells say where the name does not. Five digits are a postcode as well as a commune: unclear. */
function fieldsOfValues(column: SeenColumn, { isType }: Known): ActorField[] | 'unclear' | null {
  const { kind, values, folded } = column
  if (kind === 'email' || kind === 'website' || kind === 'phone') return [kind]
  if (mostOf(values, (value) => /^\d{14}$/.test(value.replace(/\s/g, '')))) return ['siret']
  if (kind === 'date' && folded.length <= 4) return ['sourceDate']
  if (kind === 'coordinate' && values.some((value) => /[,; ]/.test(value.trim()))) return ['position']
  // One word repeated may mean anything: `commune` is a precision as well as a town hall.
  if (kind === 'text' && new Set(values).size > 1 && mostOf(values, isType)) return ['type']
  return mostOf(values, (value) => /^(\d{5}|2[AB]\d{3})$/.test(value.trim())) ? 'unclear' : null
}

/** Things that look like what is wanted and are not. */
const BESIDE = /\b(fax|telecopie|logo|image|photo|icone|facebook|twitter|instagram|linkedin)\b/

function candidateOf(column: SeenColumn, known: Known): Candidate | 'unclear' | null {
  if (BESIDE.test(column.folded)) return null
  if (weekdayOf(column.name) >= 0) return { column, fields: ['hours'], rank: weekdayOf(column.name) }
  const named = fieldsOfName(column.name)
  const believed = named?.fields.every((field) => HOLDS[field]?.includes(column.kind) ?? true)
  if (named && believed) {
    const isType = named.fields[0] === 'description' && mostOf(column.values, known.isType)
    return { ...named, column, ...(isType && { fields: ['type' as const] }) }
  }
  const fields = fieldsOfValues(column, known)
  if (fields === null || fields === 'unclear') return fields
  return { column, fields, rank: BY_VALUES }
}

/** A bare number beside the name of a street is the number in that street. */
function withStreetNumber(found: readonly Candidate[]): Candidate[] {
  const parts = new Set(found.map(({ part }) => part))
  if (!parts.has('street') || parts.has('number')) return [...found]
  return found.map((one) =>
    /^(numero|num|n|no)$/.test(one.column.folded)
      ? { ...one, fields: ['address'], rank: 1, part: 'number' }
      : one,
  )
}

/** Two unnamed columns of degrees, in France: the first that is a latitude and the first that is a longitude. */
function coordinatesOfValues(columns: readonly SeenColumn[]): Candidate[] {
  const within = (from: number, to: number) =>
    columns.find(
      ({ kind, values }) =>
        kind === 'number' &&
        values.every((value) => /^-?\d+[.,]\d{3,}$/.test(value.trim())) &&
        mostOf(values, (value) => readDecimal(value)! >= from && readDecimal(value)! <= to),
    )
  const [latitude, longitude] = [within(41, 51.5), within(-5.6, 9.8)]
  if (!latitude || !longitude) return []
  return [
    { column: latitude, fields: ['latitude'], rank: BY_VALUES },
    { column: longitude, fields: ['longitude'], rank: BY_VALUES },
  ]
}

/** A whole address leaves its parts aside; parts stand in the order of an address. */
function addressOf(candidates: readonly Candidate[]): Candidate[] {
  const whole = candidates.filter(({ part }) => part === 'whole')
  const kept =
    whole.length > 0 ? candidates.filter(({ part }) => part === 'whole' || part === 'complement') : candidates
  return kept.toSorted((a, b) => (a.part === 'whole' ? 0 : a.rank) - (b.part === 'whole' ? 0 : b.rank))
}

const rankOf = (field: ActorField, { rank, column }: Candidate): number =>
  rank +
  (column.kind === 'empty' ? 100 : 0) +
  (['longitude', 'latitude'].includes(field) && !inDegrees(column) ? 20 : 0)

/** The columns of each field, and what somebody should look at. */
export function suggestFields(
  columns: readonly SeenColumn[],
  known: Known,
): { columns: ImportMapping['columns']; doubts: Doubt[] } {
  const doubts: Doubt[] = []
  const judged = columns.map((column) => ({ column, candidate: candidateOf(column, known) }))
  const unclear = judged.filter(({ candidate }) => candidate === 'unclear')
  doubts.push(...unclear.map(({ column: { name } }) => ({ column: name, code: 'column_unclear' as const })))
  const found = withStreetNumber(
    judged.flatMap(({ candidate }) => (candidate === 'unclear' || candidate === null ? [] : [candidate])),
  )
  const taken = (field: ActorField) => found.some(({ fields }) => fields.includes(field))
  if (!taken('latitude') && !taken('position') && !known.hasGeometry) {
    found.push(...coordinatesOfValues(columns.filter((one) => !found.some(({ column }) => column === one))))
  }
  const chosen: ImportMapping['columns'] = []
  for (const field of new Set(found.flatMap(({ fields }) => fields))) {
    if (!isUsed(field, taken, known)) continue
    const candidates = found
      .filter(({ fields, column }) => fields.includes(field) && (field !== 'id' || column.isKey))
      .toSorted((a, b) => rankOf(field, a) - rankOf(field, b))
    const named = candidates.filter(({ rank }) => rank < BY_VALUES)
    const many = field === 'address' ? addressOf(candidates) : named.length > 0 ? named : candidates
    const kept = MANY.has(field) ? many : candidates.slice(0, 1)
    for (const { column } of kept) chosen.push({ column: column.name, field })
    if (MANY.has(field) || AXES.has(field) || field === 'id') continue
    doubts.push(
      ...candidates
        .slice(1)
        .filter(({ column }) => column.kind !== 'empty')
        .map(({ column }) => ({ column: column.name, code: 'column_ambiguous' as const })),
    )
  }
  return { columns: chosen, doubts }
}

const AXES: ReadonlySet<ActorField> = new Set(['longitude', 'latitude', 'position'])

/** A pair of coordinates needs both, and is enough; a layer has its own. */
function isUsed(field: ActorField, taken: (field: ActorField) => boolean, { hasGeometry }: Known): boolean {
  if (!AXES.has(field)) return true
  if (hasGeometry) return false
  const hasPair = taken('latitude') && taken('longitude')
  return field === 'position' ? !hasPair : hasPair
}
