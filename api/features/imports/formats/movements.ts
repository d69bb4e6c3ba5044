import type { MovementDraft, ReadContext } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { COMMUNE_CODE, readDay, readLine } from '#api/domain/import-text'
import type { Format, Interpreted, RawRecord } from './format.ts'
import { cellOf, folded } from './record.ts'

type Read = { line: number; record: RawRecord }
type Movement = MovementDraft & { line: number }

/** What the codes of `MOD` do to communes; others only change what a part of a commune is called. */
const KINDS: Record<string, MovementDraft['kind']> = {
  10: 'rename',
  20: 'split',
  21: 'split',
  30: 'merge',
  31: 'merge',
  32: 'merge',
  33: 'merge',
  34: 'merge',
  41: 'renumber',
  50: 'renumber',
}

/** Of two movements between the same codes on the same day, the one that changes more. */
const WEIGHT: readonly MovementDraft['kind'][] = ['rename', 'renumber', 'split', 'merge']
const outweighs = (a: MovementDraft, b: MovementDraft): boolean =>
  WEIGHT.indexOf(a.kind) > WEIGHT.indexOf(b.kind)

const keyOf = ({ level, codeFrom, codeTo, effectiveOn }: MovementDraft): string =>
  `${level} ${codeFrom} ${codeTo} ${effectiveOn}`

const ignored = (line: number, key: string | null): Interpreted & { line: number } => ({
  line,
  key,
  draft: null,
  ignored: true,
  problems: [],
})

/** One movement for each pair and day, at the line where it stands; the lines that repeat it are ignored. */
function* once(movements: readonly Movement[]): Generator<Interpreted & { line: number }> {
  const strongest = new Map<string, Movement>()
  for (const movement of movements) {
    const known = strongest.get(keyOf(movement))
    if (!known || outweighs(movement, known)) strongest.set(keyOf(movement), movement)
  }
  for (const movement of movements) {
    const key = keyOf(movement)
    const { line, ...draft } = movement
    if (strongest.get(key) === movement) yield { line, key, draft, problems: [] }
    else yield ignored(line, key)
  }
}

/** Rows that bring no movement, with the reason when they should have. */
type Left = Interpreted & { line: number }

async function gather(
  records: AsyncIterable<Read>,
  read: (row: Read) => Movement | Left,
): Promise<{ movements: Movement[]; left: Left[] }> {
  const movements: Movement[] = []
  const left: Left[] = []
  for await (const row of records) {
    const found = read(row)
    if ('what' in found) movements.push(found)
    else left.push(found)
  }
  return { movements, left }
}

function readCommune({ line, record }: Read): Movement | Left {
  const codeFrom = cellOf(record, ['COM_AV'], 10)
  const codeTo = cellOf(record, ['COM_AP'], 10)
  const kind = KINDS[cellOf(record, ['MOD'], 4) ?? '']
  const types = [cellOf(record, ['TYPECOM_AV']), cellOf(record, ['TYPECOM_AP'])]
  // A former commune within another, or an arrondissement, has no code of its own among communes.
  if (kind === undefined || types.some((type) => type !== null && type !== 'COM'))
    return ignored(line, codeFrom)
  const day = readDay(cellOf(record, ['DATE_EFF'], 30))
  const refused = [
    ...[codeFrom, codeTo].flatMap((code, n) =>
      COMMUNE_CODE.test(code ?? '') ? [] : [refusal('code_unreadable', n ? 'COM_AP' : 'COM_AV', code)],
    ),
    ...(day === null ? [refusal('date_unreadable', 'DATE_EFF', record.DATE_EFF)] : []),
  ]
  if (codeFrom === null || codeTo === null || day === null || refused.length > 0) {
    return { line, key: codeFrom, draft: null, problems: refused }
  }
  if (codeFrom === codeTo && kind === 'renumber') return ignored(line, codeFrom)
  const [nameFrom, nameTo] = [
    cellOf(record, ['LIBELLE_AV', 'NCCENR_AV']),
    cellOf(record, ['LIBELLE_AP', 'NCCENR_AP']),
  ]
  return {
    line,
    what: 'movement',
    level: 'commune',
    codeFrom,
    codeTo,
    effectiveOn: day,
    kind,
    nameFrom,
    nameTo,
    source: 'cog',
  }
}

/** Movements of communes since 1943, one row for each code before and after. */
export const cogMovements: Format = {
  id: 'cog_movements',
  containers: ['table', 'json'],
  recognise: ({ names }) => ['mod', 'date_eff', 'com_av', 'com_ap'].every((name) => folded(names).has(name)),
  interpret: (record) => readCommuneAlone(record),
  async *interpretAll(records) {
    const { movements, left } = await gather(records, readCommune)
    yield* inOrder(movements, left)
  },
}

const readCommuneAlone = (record: RawRecord): Interpreted => {
  const [row] = [...inOrder(...split(readCommune({ line: 0, record })))]
  const { line: _, ...rest } = row!
  return rest
}
const split = (found: Movement | Left): [Movement[], Left[]] =>
  'what' in found ? [[found], []] : [[], [found]]

function inOrder(movements: readonly Movement[], left: readonly Left[]): (Interpreted & { line: number })[] {
  return [...once(movements), ...left].toSorted((a, b) => a.line - b.line)
}

const IRIS = /^\d[\dAB]\d{7}$/

function readIris({ line, record }: Read, context: ReadContext): Movement | Left {
  const codeFrom = readLine(cellOf(record, ['IRIS_INI'], 12), 12)
  const codeTo = cellOf(record, ['IRIS_FIN'], 12)
  const year =
    cellOf(record, ['ANNEE_MODIF', 'AN_MODIF', 'ANNEE', 'AN', 'DATE_MODIF'], 10)?.match(/\d{4}/)?.[0] ??
    context.vintage
  const refused = [
    ...(IRIS.test(codeFrom ?? '') ? [] : [refusal('code_unreadable', 'IRIS_INI', codeFrom)]),
    ...(IRIS.test(codeTo ?? '') ? [] : [refusal('code_unreadable', 'IRIS_FIN', codeTo)]),
    ...(year === null ? [refusal('vintage_unknown', null)] : []),
  ]
  if (codeFrom === null || codeTo === null || year === null || refused.length > 0)
    return { line, key: codeFrom, draft: null, problems: refused }
  const [nameFrom, nameTo] = [
    cellOf(record, ['LIB_IRIS_INI', 'LIBIRIS_INI']),
    cellOf(record, ['LIB_IRIS_FIN', 'LIBIRIS_FIN', 'LIB_IRIS']),
  ]
  return {
    line,
    what: 'movement',
    level: 'iris',
    codeFrom,
    codeTo,
    effectiveOn: `${year}-01-01`,
    kind: 'rename',
    nameFrom,
    nameTo,
    source: 'insee-iris',
  }
}

/** What a change of IRIS is follows from the codes: how many became how many. */
function withKinds(movements: readonly Movement[]): Movement[] {
  const count = (keys: string[]) => Map.groupBy(keys, (key) => key)
  const before = count(movements.map(({ effectiveOn, codeFrom }) => `${effectiveOn} ${codeFrom}`))
  const after = count(movements.map(({ effectiveOn, codeTo }) => `${effectiveOn} ${codeTo}`))
  return movements.map((movement) => {
    const { effectiveOn, codeFrom, codeTo } = movement
    const [from, to] = [before.get(`${effectiveOn} ${codeFrom}`)!, after.get(`${effectiveOn} ${codeTo}`)!]
    const kind =
      from.length > 1 ? 'split' : to.length > 1 ? 'merge' : codeFrom === codeTo ? 'rename' : 'renumber'
    return { ...movement, kind }
  })
}

/** Changes of IRIS, a sheet of Insee's table of IRIS. */
export const irisMovements: Format = {
  id: 'iris_movements',
  containers: ['table', 'json'],
  recognise: ({ names }) => ['iris_ini', 'iris_fin'].every((name) => folded(names).has(name)),
  interpret: (record, context) => {
    const found = readIris({ line: 0, record }, context)
    const { line: _, ...rest } = inOrder(...split(found))[0]!
    return rest
  },
  async *interpretAll(records, context) {
    const { movements, left } = await gather(records, (row) => readIris(row, context))
    yield* inOrder(withKinds(movements), left)
  },
}
