import { type ImportMapping, MAPPED_FIELDS, type MappedKind } from '#contract/mappings'
import { fold, mostOf, type SeenColumn } from './import-columns.ts'
import { type Doubt, suggestFields } from './import-mapping-actors.ts'
import { isBareName, isContact, isGivenName, isPersonal } from './import-mapping-names.ts'
import { suggestStatistics, suggestSurfaces } from './import-mapping-zones.ts'

/** The source of a table that does not name its own. */
export const NAMELESS_SOURCE = 'import'

const ownKinds = new Set(['email', 'phone', 'website'])

/**
 * Columns that hold persons, which no mapping can bring in. A `nom` beside a `prénom` is a person's, unless somebody
 * has said that it means something.
 */
export function personalColumns(columns: readonly SeenColumn[], mapping?: ImportMapping | null): string[] {
  const hasGivenName = columns.some(({ name }) => isGivenName(name))
  const isSaid = (name: string) => mapping?.columns.some(({ column }) => column === name) ?? false
  return columns
    .filter(
      ({ name, kind }) =>
        isPersonal(name) ||
        (hasGivenName && isBareName(name) && !isSaid(name)) ||
        (isContact(name) && !ownKinds.has(kind) && kind !== 'empty' && !isSaid(name)),
    )
    .map(({ name }) => name)
}

const PUBLISHER =
  /^(source|producteur|fournisseur|editeur|publisher|origine|origine (de )?la donnee|source donnees?)$/

/** Who made the file, when a column says so in every row; an identifier is unique within it. */
const sourceOf = (columns: readonly SeenColumn[]): string => {
  const column = columns.find(({ folded, values }) => PUBLISHER.test(folded) && new Set(values).size === 1)
  return (
    fold(column?.values[0] ?? '')
      .replaceAll(' ', '-')
      .slice(0, 60) || NAMELESS_SOURCE
  )
}

/** Identifiers that tell actors apart, when the file has none of its own. */
const OFFICIAL = ['siret', 'finess', 'rna'] as const
const isMostlyUnique = ({ values }: SeenColumn, rows: number): boolean =>
  values.length >= rows * 0.6 && new Set(values).size === values.length

function keyOf(
  chosen: ImportMapping['columns'],
  columns: readonly SeenColumn[],
  rows: number,
): string | null {
  const columnOf = (field: string) =>
    columns.find(({ name }) => chosen.some((one) => one.field === field && one.column === name))
  const id = columnOf('id')
  if (id) return id.name
  const official = OFFICIAL.map(columnOf).find((column) => column && isMostlyUnique(column, rows))
  return official?.name ?? null
}

export type Suggestion = { mapping: ImportMapping; doubts: Doubt[] }
export type TableFacts = {
  columns: readonly SeenColumn[]
  /** How many rows were looked at. */
  rows: number
  /** What the features of a layer are; null for a table. */
  shape: 'point' | 'area' | null
  /** Whether a word names a type of actor. */
  isType: (value: string) => boolean
}

const EMPTY = { source: NAMELESS_SOURCE, licence: null, typeId: null, level: null } as const

/** What a table seems to mean, always complete: a row has at least a name. */
export function suggestMapping({ columns: all, rows, shape, isType }: TableFacts): Suggestion {
  const personal = new Set(personalColumns(all))
  const columns = all.filter(({ name }) => !personal.has(name))
  const source = sourceOf(all)
  if (shape === 'area') return { mapping: { ...EMPTY, ...suggestSurfaces(columns), source }, doubts: [] }
  const statistics = shape === null ? suggestStatistics(columns) : null
  if (statistics) return { mapping: { ...EMPTY, ...statistics, source }, doubts: [] }
  const { columns: chosen, doubts } = suggestFields(columns, { isType, hasGeometry: shape !== null })
  const key = keyOf(chosen, columns, rows)
  const mapping = { ...EMPTY, what: 'actor' as const, columns: chosen, key, source }
  const persons = all.filter(({ name }) => personal.has(name) && isBareName(name))
  return {
    mapping: withName(mapping, columns),
    doubts: [
      ...doubts,
      ...(isNamed(mapping) || !guessName(mapping, columns)
        ? []
        : [{ column: guessName(mapping, columns)!, code: 'name_guessed' as const }]),
      ...persons.map(({ name }) => ({ column: name, code: 'name_of_person' as const })),
    ],
  }
}

const isNamed = ({ columns }: ImportMapping): boolean => columns.some(({ field }) => field === 'name')

/** A column of texts that means nothing else, mostly different from row to row. */
const guessName = (mapping: ImportMapping, columns: readonly SeenColumn[]): string | undefined =>
  columns.find(
    ({ name, kind, values }) =>
      kind === 'text' &&
      !mapping.columns.some(({ column }) => column === name) &&
      new Set(values).size > values.length / 2 &&
      mostOf(values, (value) => /\p{L}{2}/u.test(value) && !/^\S*\d\S*$/.test(value.trim())),
  )?.name

/** The same mapping with a name for its rows: an unused column of texts, else the key, else the first column. */
export function withName(mapping: ImportMapping, columns: readonly SeenColumn[]): ImportMapping {
  if (mapping.what === 'statistics' || isNamed(mapping)) return mapping
  const first = columns.find(({ kind }) => kind === 'text') ?? columns[0]
  const column = guessName(mapping, columns) ?? mapping.key ?? first?.name
  if (column === undefined) return mapping
  return { ...mapping, columns: [...mapping.columns, { column, field: 'name' }] }
}

/** What a mapping given by a person or remembered lacks or says wrongly; null when it can be used. */
export function faultOf(
  mapping: ImportMapping,
  columns: readonly SeenColumn[],
): { code: 'mapping_column_missing' | 'mapping_field_unknown' | 'mapping_incomplete'; value: string } | null {
  const names = new Set(columns.map(({ name }) => name))
  const missing = [
    ...mapping.columns.map(({ column }) => column),
    ...(mapping.key === null ? [] : [mapping.key]),
  ].find((column) => !names.has(column))
  if (missing !== undefined) return { code: 'mapping_column_missing', value: missing }
  const fields: readonly string[] = MAPPED_FIELDS[mapping.what satisfies MappedKind]
  const unknown = mapping.columns.find(({ field }) => !fields.includes(field))
  if (unknown) return { code: 'mapping_field_unknown', value: unknown.field }
  const has = (field: string) => mapping.columns.some((one) => one.field === field)
  const needsCode = mapping.what === 'statistics' || mapping.what === 'zone'
  if (needsCode && !has('code')) return { code: 'mapping_incomplete', value: 'code' }
  if (needsCode && mapping.level === null) return { code: 'mapping_incomplete', value: 'level' }
  if (mapping.what === 'statistics' && !has('figure')) return { code: 'mapping_incomplete', value: 'figure' }
  return null
}
