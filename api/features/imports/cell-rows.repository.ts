import { type SQL, sql } from 'drizzle-orm'
import { cellId } from '#api/domain/grid-cells'
import type { CellDraft } from '#api/domain/import-draft'
import { GRID_FIGURES } from '#contract/figures'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import { compareKeyed, type Existing } from './keyed-rows.ts'
import { sliceOf } from './staging.repository.ts'
import type { Drafted, Target } from './staging.ts'

const COLUMNS = sql.raw(GRID_FIGURES.join(', '))
const CODES = /^\w+$/

/** Numbers as one parameter. */
const numbers = (values: readonly (number | null)[], type: 'int' | 'real' | 'smallint'): SQL =>
  sql`${sql.param(`{${values.map((value) => value ?? 'NULL').join()}}`)}::${sql.raw(type)}[]`

const keysOf = (drafts: readonly CellDraft[]): SQL => sql`${textArray(drafts.map(({ vintage }) => vintage))},
  ${numbers(
    drafts.map(({ size }) => size),
    'int',
  )}, ${numbers(
    drafts.map(({ crs }) => crs),
    'int',
  )},
  ${numbers(
    drafts.map(({ north }) => north),
    'int',
  )}, ${numbers(
    drafts.map(({ east }) => east),
    'int',
  )}`

/** What a column of four bytes keeps of a number: the same file then compares equal. */
const stored = (value: number | null): number | null => (value === null ? null : Math.fround(value))

type Row = Pick<CellDraft, 'natural' | 'imputed' | 'communes' | 'figures'>
const valuesOf = ({ natural, imputed, communes, figures }: Row) => ({
  natural,
  imputed,
  communes,
  figures: figures.map(stored),
})

/** Cells of these keys that are here, by line; found one by one in the key's index, however large the grid. */
async function findExisting(
  tx: Queries,
  workspaceId: string,
  rows: readonly Drafted<CellDraft>[],
): Promise<Map<number, Existing>> {
  const found = await rowsOf<Row & { line: number; ours: boolean }>(
    tx,
    sql`SELECT k.line, c.* FROM unnest(${numbers(
      rows.map(({ line }) => line),
      'int',
    )},
        ${keysOf(rows.map(({ draft }) => draft))}) AS k(line, vintage, size, crs, north, east)
      CROSS JOIN LATERAL (
        SELECT "natural", imputed, communes, coalesce(import_run = current_import(), false) AS ours,
          jsonb_build_array(${COLUMNS}) AS figures
        FROM grid_cells c WHERE c.workspace_id = ${workspaceId}::uuid AND c.vintage = k.vintage AND c.size = k.size
          AND c.crs = k.crs AND c.north = k.north AND c.east = k.east LIMIT 1) AS c`,
  )
  return new Map(
    found.map(({ ours, line, ...row }) => [line, { values: valuesOf(row), entityId: null, ours }]),
  )
}

/** The n-th figure of a draft that waits. */
const waiting = sql.raw(
  GRID_FIGURES.map((name, n) => `${name} = (r.draft->'figures'->>${n})::real`).join(', '),
)
const arrays = (drafts: readonly CellDraft[]): SQL =>
  sql.join(
    GRID_FIGURES.map((_, n) =>
      numbers(
        drafts.map(({ figures }) => figures[n] ?? null),
        'real',
      ),
    ),
    sql`, `,
  )
const listed = (codes: readonly string[]): string => `{${codes.filter((code) => CODES.test(code)).join()}}`

/** Cells of the Filosofi grid, by vintage, size, projection and corner: millions of them, which do not wait. */
export const cellRows: Target<CellDraft> = {
  keeps: 'remarkable',
  fills: ['grid_cells'],

  async compare(tx, workspaceId, rows) {
    const existing = await findExisting(tx, workspaceId, rows)
    return compareKeyed(rows, existing, { keyOf: (draft) => `${draft.vintage} ${cellId(draft)}`, valuesOf })
  },

  async insert(tx, { workspaceId, runId }, created) {
    const drafts = created.map(({ draft }) => draft)
    await rowsOf(
      tx,
      sql`INSERT INTO grid_cells (workspace_id, import_run, vintage, size, crs, north, east, "natural", imputed, communes, ${COLUMNS})
        SELECT ${workspaceId}::uuid, ${runId}::uuid, vintage, size, crs, north, east, nullif("natural", ''), imputed,
          communes::text[], ${COLUMNS}
        FROM unnest(${keysOf(drafts)}, ${textArray(drafts.map(({ natural }) => natural ?? ''))},
          ${numbers(
            drafts.map(({ imputed }) => imputed),
            'smallint',
          )}, ${textArray(drafts.map(({ communes }) => listed(communes)))},
          ${arrays(drafts)}) AS c(vintage, size, crs, north, east, "natural", imputed, communes, ${COLUMNS})`,
    )
  },

  async update(tx, slice) {
    await tx.execute(sql`UPDATE grid_cells c SET "natural" = r.draft->>'natural', imputed = (r.draft->>'imputed')::smallint,
        communes = ARRAY(SELECT jsonb_array_elements_text(r.draft->'communes')), ${waiting}
      FROM import_rows r WHERE ${sliceOf(slice, 'updated')} AND c.workspace_id = r.workspace_id
        AND c.vintage = r.draft->>'vintage' AND c.size = (r.draft->>'size')::int AND c.crs = (r.draft->>'crs')::int
        AND c.north = (r.draft->>'north')::int AND c.east = (r.draft->>'east')::int`)
  },
}
