import type { Draft, ReadRow } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import type { Queries } from '#db/client'
import { actorRows } from './actor-rows.repository.ts'
import { offerRows } from './offer-rows.repository.ts'
import { stage, stagedAfter, takenKeys, unstage } from './staging.repository.ts'
import type { Compared, Drafted, Slice, StagedRow, Target } from './staging.ts'
import { zoneRows } from './zone-rows.repository.ts'

/** How each kind of draft is compared and written. */
const TARGETS: { [W in Draft['what']]: Target<Extract<Draft, { what: W }>> } = {
  actor: actorRows,
  offer: offerRows,
  zone: zoneRows,
}
export const targetOf = (what: Draft['what']): Target<Draft> => TARGETS[what] as Target<Draft>

type Run = Pick<Slice, 'workspaceId' | 'runId'>

const NOTHING = { entityId: null, version: null, set: {}, before: {} }

function toStaged({ line, key, draft, problems }: ReadRow, compared: Compared | undefined): StagedRow {
  const said = new Set(problems.map(({ code }) => code))
  const all = [...problems, ...(compared?.problems ?? []).filter(({ code }) => !said.has(code))]
  const { comparison } = compared ?? {}
  if (!comparison || draft === null)
    return { line, key, draft: null, problems: all, outcome: 'refused', ...NOTHING }
  return { line, key, draft, problems: all, ...comparison }
}

/** The first row with a key counts; later ones are refused, in this batch as in those before. */
async function refuseDuplicates(tx: Queries, run: Run, rows: readonly ReadRow[]): Promise<ReadRow[]> {
  const keys = rows.flatMap(({ key, draft }) => (draft !== null && key !== null ? [key] : []))
  const taken = await takenKeys(tx, run, keys)
  return rows.map((row) => {
    if (row.draft === null || row.key === null) return row
    if (taken.has(row.key)) {
      return { ...row, draft: null, problems: [...row.problems, refusal('duplicate_key', null, row.key)] }
    }
    taken.add(row.key)
    return row
  })
}

/** Compares rows that were read with what is here and keeps them, invisible, with what to do. */
export async function stageRows(tx: Queries, run: Run, read: readonly ReadRow[]): Promise<StagedRow[]> {
  const rows = await refuseDuplicates(tx, run, read)
  const drafted = rows.flatMap(({ line, draft }): Drafted[] => (draft === null ? [] : [{ line, draft }]))
  const what = drafted[0]?.draft.what
  const compared = what ? await targetOf(what).compare(tx, run.workspaceId, drafted) : new Map()
  const staged = rows.map((row) => toStaged(row, compared.get(row.line)))
  await stage(tx, run, staged)
  return staged
}

/**
 * Compares again the next rows after a line: somebody has written since. Answers the last line that it did, null when
 * there was none left.
 */
export async function restageRows(
  tx: Queries,
  run: Run,
  after: number,
  limit: number,
): Promise<number | null> {
  const rows = await stagedAfter(tx, run, after, limit)
  if (rows.length === 0) return null
  await unstage(
    tx,
    run,
    rows.map(({ line }) => line),
  )
  await stageRows(
    tx,
    run,
    rows.map((row) => ({ ...row, problems: row.problems.filter(isOfReading) })),
  )
  return rows.at(-1)!.line
}

/** Comparing says its remarks again. */
const isOfReading = ({ code }: ReadRow['problems'][number]): boolean =>
  code !== 'zone_already_known' && code !== 'structure_unknown'
