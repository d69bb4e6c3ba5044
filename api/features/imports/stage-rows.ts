import type { Draft, ReadRow } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { extendBounds } from '#api/domain/import-report'
import type { Bounds } from '#contract/geometry'
import type { Queries } from '#db/client'
import { actorRows } from './actor-rows.repository.ts'
import { addressRows } from './address-rows.repository.ts'
import { cellRows } from './cell-rows.repository.ts'
import { drawnRows } from './drawn-rows.repository.ts'
import { movementRows } from './movement-rows.repository.ts'
import { offerRows } from './offer-rows.repository.ts'
import { stage, stagedAfter, stageKeys, takenKeys, unstage } from './staging.repository.ts'
import type { Compared, Decided, Drafted, RunKey, StagedRow, Target } from './staging.ts'
import { statisticsRows } from './statistics-rows.repository.ts'
import { zoneRows } from './zone-rows.repository.ts'

/** How each kind of draft is compared and written. */
const TARGETS: { [W in Draft['what']]?: Target<Extract<Draft, { what: W }>> } = {
  actor: actorRows,
  offer: offerRows,
  zone: zoneRows,
  drawn: drawnRows,
  statistics: statisticsRows,
  cell: cellRows,
  address: addressRows,
  movement: movementRows,
}
export const targetOf = (what: Draft['what']): Target<Draft> => TARGETS[what] as Target<Draft>

const NOTHING = { entityId: null, version: null, set: {}, before: {}, kept: {} }

const nameOf = (draft: Draft): string | null => ('name' in draft ? draft.name : null)

/** Where files keep what people call a row. */
const NAMING = /^(nom|name|titre|libell?e|lib_fs|lib|rs|raison[ _]sociale|intitul[eé])\b/i

/** What people would call a refused row, for them to find it. */
function nameIn(record: Record<string, unknown> | null): string | null {
  const cells = Object.entries({ ...record, ...(record?.properties as object | undefined) })
  const named = cells.find(
    ([column, cell]) => NAMING.test(column) && typeof cell === 'string' && cell.trim() !== '',
  )
  return named ? String(named[1]).trim().slice(0, 200) : null
}

function toStaged(row: ReadRow, compared: Compared | undefined): StagedRow {
  const { line, key, draft, problems, record = null } = row
  const said = new Set(problems.map(({ code }) => code))
  const isPlaced = draft?.what === 'actor' && draft.place?.point
  const still = isPlaced ? problems.filter(({ code }) => code !== 'place_without_point') : problems
  const all = [...still, ...(compared?.problems ?? []).filter(({ code }) => !said.has(code))]
  const { comparison } = compared ?? {}
  const told = { line, key, problems: all, name: draft ? nameOf(draft) : nameIn(record) }
  if (row.ignored) return { ...told, draft: null, record: null, outcome: 'ignored', ...NOTHING }
  if (!comparison || draft === null) return { ...told, draft: null, record, outcome: 'refused', ...NOTHING }
  return { ...told, draft, record: null, ...comparison }
}

/** The first row with a key counts; later ones are refused, in this batch as in those before. */
async function refuseDuplicates(tx: Queries, run: RunKey, rows: readonly ReadRow[]): Promise<ReadRow[]> {
  const keys = rows.flatMap(({ key, draft }) => (draft !== null && key !== null ? [key] : []))
  const taken = keys.length > 0 ? await takenKeys(tx, run, keys) : new Set<string>()
  return rows.map((row) => {
    if (row.draft === null || row.key === null) return row
    if (taken.has(row.key)) {
      return { ...row, draft: null, problems: [...row.problems, refusal('duplicate_key', null, row.key)] }
    }
    taken.add(row.key)
    return row
  })
}

/** What waits of a row: all of it, its key, or that it was one. */
function keptOf(
  { outcome, problems }: StagedRow,
  keeps: Target<Draft>['keeps'],
  writes: boolean,
): 'row' | 'key' | 'number' {
  const isTold = problems.length > 0 || outcome === 'updated' || outcome === 'refused'
  if (isTold || keeps === 'all') return 'row'
  if (keeps === 'remarkable') return 'number'
  if (!writes || outcome === 'ignored') return 'row'
  return outcome === 'created' ? 'number' : 'key'
}

/** What staging a batch has given: how many rows of each outcome, and where they lie. */
export type Staged = {
  what: Draft['what'] | null
  /** Of rows that do not wait in `import_rows`. */
  passed: Partial<Record<StagedRow['outcome'], number>>
  bounds: Bounds | null
}

/**
 * Compares rows that were read with what is here and keeps them, invisible, with what to do.
 *
 * @param writes the run writes: rows that are not here yet are inserted, invisible too
 */
export async function stageRows(
  tx: Queries,
  run: RunKey,
  read: readonly ReadRow[],
  writes: boolean,
  bounds: Bounds | null = null,
): Promise<Staged> {
  const what = read.find(({ draft }) => draft !== null)?.draft?.what ?? null
  const target = what && targetOf(what)
  const rows = target?.keeps === 'remarkable' ? [...read] : await refuseDuplicates(tx, run, read)
  const drafted = rows.flatMap(({ line, key, draft }): Drafted[] =>
    draft === null ? [] : [{ line, key, draft }],
  )
  const compared = target ? await target.compare(tx, run.workspaceId, drafted) : new Map<number, Compared>()
  const staged = rows.map((row) => toStaged(row, compared.get(row.line)))
  const keep = (row: StagedRow) => keptOf(row, target?.keeps ?? 'all', writes)
  await stageKeys(
    tx,
    run,
    staged.filter((row) => keep(row) === 'key'),
  )
  await stage(
    tx,
    run,
    staged.filter((row) => keep(row) === 'row'),
  )
  if (writes && target?.insert) {
    const created = drafted.flatMap((row): Decided[] => {
      const comparison = compared.get(row.line)?.comparison
      return comparison?.outcome === 'created' ? [{ ...row, comparison }] : []
    })
    const lines = staged.map(({ line }) => line)
    if (created.length > 0) {
      await target.insert(tx, { ...run, from: Math.min(...lines), to: Math.max(...lines) }, created)
    }
  }
  const passed: Staged['passed'] = {}
  for (const row of staged) if (keep(row) === 'number') passed[row.outcome] = (passed[row.outcome] ?? 0) + 1
  const lying = drafted.reduce((held, { draft }) => extendBounds(held, draft), bounds)
  return { what, passed, bounds: lying }
}

/**
 * Compares again the next rows after a line that are still to be written: somebody has written since. Answers the last
 * line that it did, null when there was none left.
 */
export async function restageRows(
  tx: Queries,
  run: RunKey,
  after: number,
  limit: number,
  what: Draft['what'],
): Promise<number | null> {
  const waiting = targetOf(what).insert ? ['updated'] : ['created', 'updated']
  const rows = await stagedAfter(tx, run, after, limit, waiting)
  if (rows.length === 0) return null
  const lines = rows.map(({ line }) => line)
  await unstage(tx, run, lines)
  const read = rows.map((row) => ({ ...row, problems: row.problems.filter(isOfReading) }))
  await stageRows(tx, run, read, true)
  return rows.at(-1)!.line
}

/** Comparing says its remarks again. */
const isOfReading = ({ code }: ReadRow['problems'][number]): boolean =>
  code !== 'zone_already_known' && code !== 'structure_unknown' && code !== 'address_located'
