import { gridColumns, readCellId, splitCommunes } from '#api/domain/grid-cells'
import type { CellDraft, ReadContext, RowProblem } from '#api/domain/import-draft'
import { readFigure } from '#api/domain/import-figures'
import { refusal, reservation } from '#api/domain/import-remarks'
import { gridSide } from '#contract/grid'
import { vintageRemarks } from './contours.ts'
import type { Format, Interpreted, RawRecord } from './format.ts'
import { cellsOf, columnOf, folded } from './record.ts'

/** Names of 2021 and 2019 first, then of 2017 (capitals apart) and 2015. The smallest square that a row names is its own. */
const CELLS = ['idcar_200m', 'idcar_1km', 'idINSPIRE', 'idcar_nat', 'id_carr1km', 'id_carr_n']
const NATURALS = ['idcar_nat', 'id_carr_n']
const IMPUTED = { 200: ['i_est_200', 'i_est_cr', 'i_est'], 1000: ['i_est_1km', 'i_est_cr', 'i_est'] }
const COMMUNES = ['lcog_geo', 'depcom']

/** Insee's larger squares do not nest in ours. */
const NOT_DRAWN = reservation('cells_not_drawn', null)

type Columns = {
  names: readonly string[]
  cell: string | undefined
  natural: string | undefined
  imputed: { 200: string | undefined; 1000: string | undefined }
  communes: string | undefined
  figures: (string | null)[]
}

let known: Columns | null = null
/** Where everything is, worked out once for a file of millions of rows. */
function columnsOf(record: RawRecord): Columns {
  const all = Object.keys(record)
  if (known?.names.length === all.length && all.every((name, n) => name === known!.names[n])) return known
  known = {
    names: all,
    cell: columnOf(all, CELLS),
    natural: columnOf(all, NATURALS),
    imputed: { 200: columnOf(all, IMPUTED[200]), 1000: columnOf(all, IMPUTED[1000]) },
    communes: columnOf(all, COMMUNES),
    figures: gridColumns(all),
  }
  return known
}

/** Identifiers and codes are short and plain: what reads texts that people wrote would take most of the time. */
const wordOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value).trim().slice(0, 60) || null

const IMPUTED_CODES = new Set(['0', '1', '2'])
const imputedOf = (value: unknown): number | null => {
  const word = wordOf(value)?.replace(/\.0$/, '') ?? ''
  return IMPUTED_CODES.has(word) ? Number(word) : null
}

/** The cell of the natural level, if it is one. */
const naturalOf = (value: unknown): string | null => {
  const word = wordOf(value)
  return readCellId(word) === null ? null : word
}

function interpret(raw: RawRecord, context: ReadContext): Interpreted {
  const record = cellsOf(raw)
  const columns = columnsOf(record)
  const id = columns.cell === undefined ? null : wordOf(record[columns.cell])
  const square = readCellId(id)
  if (square === null) {
    const problem =
      id === null
        ? refusal('identifier_missing', columns.cell ?? null)
        : refusal('code_unreadable', columns.cell!, id)
    return { key: id, draft: null, problems: [problem] }
  }
  const problems: RowProblem[] = []
  const figures = columns.figures.map((column) => {
    if (column === null) return null
    const read = readFigure(record[column])
    if ('value' in read) return read.value
    problems.push(reservation('figure_unreadable', column, read.unreadable))
    return null
  })
  const flag = columns.imputed[square.size === 1000 ? 1000 : 200]
  const draft: CellDraft = {
    what: 'cell',
    vintage: context.vintage ?? 'unknown',
    ...square,
    natural: columns.natural === undefined ? null : naturalOf(record[columns.natural]),
    imputed: flag === undefined ? null : imputedOf(record[flag]),
    communes: columns.communes === undefined ? [] : splitCommunes(record[columns.communes]),
    figures,
  }
  return { key: id, draft, problems, ...(square.size !== gridSide(0) && { once: NOT_DRAWN }) }
}

/** The Filosofi grid, 200 m, 1 km or its natural level, 2015 to 2021; the contour of a square follows from its name. */
export const filosofiGrid: Format = {
  id: 'filosofi_grid',
  containers: ['table', 'json', 'features'],
  recognise: ({ names }) => {
    const small = folded(names)
    return CELLS.some((name) => small.has(name.toLowerCase())) && small.has('ind')
  },
  interpret,
  remarks: vintageRemarks,
}
