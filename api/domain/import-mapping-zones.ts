import type { ImportMapping } from '#contract/mappings'
import type { ZoneLevel } from '#contract/zones'
import { fold, mostOf, type SeenColumn } from './import-columns.ts'
import { fieldsOfName } from './import-mapping-names.ts'

/** What the codes of each level look like; `named` when other things look the same, and the name must say it. */
const LEVELS: readonly { level: ZoneLevel; form: RegExp; named: RegExp | null }[] = [
  { level: 'qpv', form: /^Q[PN]\d[\dAB][\dA-Z]{4}$/, named: null },
  { level: 'epci', form: /^2\d{8}$/, named: /\b(epci|siren)\b/ },
  { level: 'iris', form: /^\d[\dAB]\d{7}$/, named: /^(?!.*(finess|siren|epci|siret|tel))/ },
  {
    level: 'commune',
    form: /^\d[\dAB]\d{3}$/,
    named:
      /^(code|(?:code )?(insee|com|commune|geo|codgeo|depcom)(?: com(mune)?)?|codgeo|citycode|insee com|id)$/,
  },
  {
    level: 'departement',
    form: /^(\d[\dAB]|97\d)$/,
    named: /^(code )?(insee )?(dep|dept|departement)(?: code)?$/,
  },
  { level: 'region', form: /^\d\d$/, named: /^(code )?(insee )?(reg|region)(?: code)?$/ },
]

/** The level of the zones whose codes a column holds; null when it holds none. */
const levelOf = ({ folded, values }: SeenColumn): ZoneLevel | null =>
  LEVELS.find(
    ({ form, named }) => mostOf(values, (value) => form.test(value.trim())) && (named?.test(folded) ?? true),
  )?.level ?? null

export const formOf = (level: ZoneLevel): RegExp =>
  LEVELS.find((one) => one.level === level)?.form ?? /^[\dA-Za-z]{1,30}$/

const PERIOD = /^(annee|an|millesime|year|periode|period|trimestre|mois|date)$/
/** Columns that say where or what the zone is, and count nothing. */
const LABEL =
  /^(lib\w*|nom\w*|label\w*|reg|region|dep|dept|departement|epci|com|commune|arr|canton|typ|type|uu|au|ze|code)( |$)/

/** The name under which a figure is kept. */
export const figureName = (column: string): string =>
  fold(column).replaceAll(' ', '_').slice(0, 60) || 'figure'

type Suggested = Pick<ImportMapping, 'what' | 'columns' | 'key' | 'level'>

/** A table of figures: a column of zone codes, numbers, and nothing else but labels. Null when it is not one. */
export function suggestStatistics(columns: readonly SeenColumn[]): Suggested | null {
  const period = columns.find(
    ({ folded, values }) => PERIOD.test(folded) && mostOf(values, (v) => /^\d{4}/.test(v)),
  )
  const code = columns.find((column) => levelOf(column) !== null && (column.isKey || period !== undefined))
  if (!code) return null
  const others = columns.filter((column) => column !== code && column !== period && column.kind !== 'empty')
  const labels = others.filter(
    ({ folded, kind }) => LABEL.test(folded) && (kind === 'text' || kind === 'code' || kind === 'number'),
  )
  const figures = others.filter((column) => !labels.includes(column))
  const isPlaced = (field: string) =>
    others.some(({ name }) => fieldsOfName(name)?.fields.some((one) => one === field))
  if (figures.length === 0 || figures.some(({ kind }) => kind !== 'number')) return null
  if (isPlaced('latitude') && isPlaced('longitude')) return null
  return {
    what: 'statistics',
    level: levelOf(code),
    key: code.name,
    columns: [
      { column: code.name, field: 'code' },
      ...(period ? [{ column: period.name, field: 'period' }] : []),
      ...figures.map(({ name }) => ({ column: name, field: 'figure', as: figureName(name) })),
    ],
  }
}

const nameColumn = (columns: readonly SeenColumn[], but: SeenColumn | undefined): SeenColumn | undefined =>
  columns
    .filter(
      (column) => column !== but && /^(name|communeName)$/.test(fieldsOfName(column.name)?.fields[0] ?? ''),
    )
    .toSorted((a, b) => fieldsOfName(a.name)!.rank - fieldsOfName(b.name)!.rank)[0] ??
  columns.find((column) => column !== but && column.kind === 'text')

/** Surfaces: reference zones when a column holds their codes, else zones of the workspace's own. */
export function suggestSurfaces(columns: readonly SeenColumn[]): Suggested {
  const code = columns.find((column) => levelOf(column) !== null && column.isKey)
  const id = columns.find(({ name, isKey }) => isKey && fieldsOfName(name)?.fields[0] === 'id')
  const key = code ?? id
  const name = nameColumn(columns, key) ?? key ?? columns[0]
  return {
    what: code ? 'zone' : 'drawn',
    level: code ? levelOf(code) : null,
    key: key?.name ?? null,
    columns: [
      ...(key ? [{ column: key.name, field: code ? 'code' : 'id' }] : []),
      ...(name ? [{ column: name.name, field: 'name' }] : []),
    ],
  }
}
