import type { ImportRemark } from '#contract/imports'
import { type ImportMapping, type ImportTable, MAPPED_FIELDS, type MappedKind } from '#contract/mappings'

type Column = ImportTable['columns'][number]

/** Fields that several columns may give together, in the order of the file. */
const SHARED: readonly string[] = ['address', 'description', 'publics', 'phone', 'figure']

/** What a column means, in the order in which the mapping says it; nothing when it is not imported. */
export const fieldsOf = ({ columns }: ImportMapping, column: string): string[] =>
  columns.filter((one) => one.column === column).map(({ field }) => field)

/** The mapping with another meaning for a column, or none. A field that one column gives leaves the other that had it. */
export function withField(mapping: ImportMapping, column: string, field: string | null): ImportMapping {
  const others = mapping.columns.filter(
    (one) => one.column !== column && (one.field !== field || SHARED.includes(one.field)),
  )
  const added =
    field === null ? [] : [{ column, field, ...(field === 'figure' && { as: column.slice(0, 60) }) }]
  return { ...mapping, columns: [...others, ...added] }
}

/** The mapping with another name for the figure of a column. */
export const withFigureName = (mapping: ImportMapping, column: string, as: string): ImportMapping => ({
  ...mapping,
  columns: mapping.columns.map((one) =>
    one.column === column && one.field === 'figure' ? { ...one, as } : one,
  ),
})

/** The mapping of a table that brings something else: what still makes sense stays, figures are proposed. */
export function withWhat(
  mapping: ImportMapping,
  what: MappedKind,
  columns: readonly Column[],
): ImportMapping {
  const allowed: readonly string[] = MAPPED_FIELDS[what]
  const kept = mapping.columns.filter(({ field }) => allowed.includes(field))
  const free = columns.filter(({ name }) => !kept.some(({ column }) => column === name))
  const figures =
    what === 'statistics' && !kept.some(({ field }) => field === 'figure')
      ? free
          .filter(({ kind }) => kind === 'number')
          .map(({ name }) => ({ column: name, field: 'figure', as: name.slice(0, 60) }))
      : []
  const code = free.find(({ kind }) => kind === 'code')
  const codes =
    allowed.includes('code') && !kept.some(({ field }) => field === 'code') && code
      ? [{ column: code.name, field: 'code' }]
      : []
  const level = what === 'statistics' || what === 'zone' ? (mapping.level ?? 'commune') : null
  return { ...mapping, what, columns: [...kept, ...codes, ...figures], level }
}

const MISSING = ['name', 'code', 'figure', 'level'] as const
export type Missing = (typeof MISSING)[number]

const REQUIRED: Record<MappedKind, readonly string[]> = {
  actor: ['name'],
  statistics: ['code', 'figure'],
  zone: ['code'],
  drawn: ['name'],
}

/** What a mapping does not say yet and the file cannot be read without. */
export function missingOf({ what, columns, level }: ImportMapping): Missing[] {
  const needsLevel = what === 'statistics' || what === 'zone'
  const absent = (field: string) => !columns.some((one) => one.field === field)
  return MISSING.filter(
    (missing) =>
      (REQUIRED[what].includes(missing) && absent(missing)) ||
      (missing === 'level' && needsLevel && level === null),
  )
}

/** Remarks that speak of a column, by its name in the file or by what it means. */
export const remarksOf = (
  remarks: readonly ImportRemark[],
  mapping: ImportMapping,
  column: string,
): ImportRemark[] => {
  const fields = fieldsOf(mapping, column)
  return remarks.filter(
    ({ code, field }) =>
      field !== null && code !== 'more_remarks' && (field === column || fields.includes(field)),
  )
}
