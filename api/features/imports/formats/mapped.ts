import { isFilled, type SeenColumn } from '#api/domain/import-columns'
import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { faultOf, personalColumns, suggestMapping, withName } from '#api/domain/import-mapping'
import { typeWords } from '#api/domain/import-mapping-words'
import { reservation } from '#api/domain/import-remarks'
import type { ImportMapping, ImportTable } from '#contract/mappings'
import { rejected } from '../reading/stop.ts'
import type { Format, Head, Interpreted, RawRecord } from './format.ts'
import { actorReader } from './mapped-actor.ts'
import { locateFeature, locator } from './mapped-position.ts'
import { cellText, columnsOf, seeColumns, shapeOf, signatureOf, tableOf } from './mapped-table.ts'
import { figuresReader, surfacesReader } from './mapped-zones.ts'

/** A head with its columns in the order of the file. */
export type TableHead = Head & { columns: readonly string[]; headerLine: number | null }

export type MappedFormat = { format: Format; table: ImportTable; mapping: ImportMapping }

type Reader = (record: RawRecord) => Interpreted
type Chosen = { mapping: ImportMapping; mappedBy: ImportTable['mappedBy']; doubts: RowProblem[] }

/** A mapping that a person has made, without the columns that hold persons, and complete. */
function checked(
  mapping: ImportMapping,
  columns: readonly SeenColumn[],
  context: ReadContext,
): ImportMapping {
  const fault = faultOf(mapping, columns)
  if (fault) throw rejected(fault.code, fault.value)
  const { typeId } = mapping
  if (typeId !== null && typeId !== context.unknownType && !context.types.some(({ id }) => id === typeId)) {
    throw rejected('mapping_field_unknown', typeId)
  }
  const personal = new Set(personalColumns(columns, mapping))
  const key = mapping.key !== null && personal.has(mapping.key) ? null : mapping.key
  const kept = { ...mapping, key, columns: mapping.columns.filter(({ column }) => !personal.has(column)) }
  return withName(
    kept,
    columns.filter(({ name }) => !personal.has(name)),
  )
}

function choose(
  head: TableHead,
  columns: readonly SeenColumn[],
  signature: string,
  context: ReadContext,
): Chosen {
  if (context.mapping) {
    return { mapping: checked(context.mapping, columns, context), mappedBy: 'given', doubts: [] }
  }
  const saved = Object.hasOwn(context.savedMappings, signature) ? context.savedMappings[signature] : undefined
  if (saved && faultOf(saved, columns) === null) {
    return { mapping: checked(saved, columns, context), mappedBy: 'saved', doubts: [] }
  }
  const types = typeWords(context)
  const { mapping, doubts } = suggestMapping({
    columns,
    rows: head.records.length,
    shape: shapeOf(head),
    isType: (value) => types(value).ids.length > 0,
  })
  return {
    mapping,
    mappedBy: 'suggested',
    doubts: doubts.map(({ column, code }) => reservation(code, column)),
  }
}

function readerOf(mapping: ImportMapping, head: TableHead, context: ReadContext, signature: string): Reader {
  if (mapping.what === 'statistics') return figuresReader({ mapping, context })
  if (mapping.what !== 'actor') return surfacesReader({ mapping, context })
  const locate = locator(mapping, head, context) ?? (head.container === 'features' ? locateFeature : null)
  return actorReader({ mapping, context, locate, signature })
}

/** A row that says nothing at all is none. */
const withoutBlanks =
  (read: Reader, names: readonly string[]): Reader =>
  (record) =>
    names.some((name) => isFilled(cellText(record, name)))
      ? read(record)
      : { key: null, draft: null, ignored: true, problems: [] }

/**
 * How a file that is not known is read: as a person has said, as a file with the same columns was, or as its names and
 * values suggest. Null when there is nothing to map. Throws {@link FileStop} on a question (projection, axes, notation)
 * and on a mapping that does not fit.
 */
export function mappedFormat(head: TableHead, context: ReadContext): MappedFormat | null {
  const names = columnsOf(head, head.columns)
  // Features without any property still have a place: their rows are refused for want of a name.
  if (names.length === 0 && !(head.container === 'features' && head.records.length > 0)) return null
  const signature = signatureOf(names)
  const columns = seeColumns(head, names)
  const { mapping, mappedBy, doubts } = choose(head, columns, signature, context)
  const personal = personalColumns(columns, mapping)
  const read = readerOf(mapping, head, context, signature)
  const isOfYear = mapping.what === 'zone' || mapping.what === 'statistics'
  return {
    table: tableOf(columns, new Set(personal), head.headerLine, mappedBy),
    mapping,
    format: {
      id: 'mapped',
      containers: ['table', 'json', 'features'],
      recognise: () => true,
      personal,
      interpret: head.container === 'features' ? read : withoutBlanks(read, names),
      remarks: ({ vintage }) => [
        ...doubts,
        ...(isOfYear && vintage === null ? [reservation('vintage_unknown', null)] : []),
      ],
    },
  }
}
