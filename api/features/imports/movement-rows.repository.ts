import { sql } from 'drizzle-orm'
import type { MovementDraft } from '#api/domain/import-draft'
import { rowsOf } from '#db/transaction'
import { compareKeyed } from './keyed-rows.ts'
import { sliceOf } from './staging.repository.ts'
import type { Target } from './staging.ts'

type Row = Pick<MovementDraft, 'kind' | 'nameFrom' | 'nameTo' | 'source'>
const valuesOf = ({ kind, nameFrom, nameTo, source }: Row) => ({ kind, nameFrom, nameTo, source })
const keyOf = ({ level, codeFrom, codeTo, effectiveOn }: MovementDraft): string =>
  [level, codeFrom, codeTo, effectiveOn].join(' ')

/**
 * What became of codes. The table belongs to the server and hides nothing: all is written in the transaction that
 * reveals the run.
 */
export const movementRows: Target<MovementDraft> = {
  keeps: 'all',
  fills: ['movements'],

  async compare(tx, _workspaceId, rows) {
    const keys = rows.map(({ line, draft: { level, codeFrom, codeTo, effectiveOn } }) => ({
      line,
      level,
      codeFrom,
      codeTo,
      effectiveOn,
    }))
    const found = await rowsOf<Row & { line: number }>(
      tx,
      sql`SELECT k.line, m.kind, m.name_from AS "nameFrom", m.name_to AS "nameTo", m.source
        FROM jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb)
          AS k(line int, level text, "codeFrom" text, "codeTo" text, "effectiveOn" date)
        JOIN movements m ON m.level = k.level AND m.code_from = k."codeFrom" AND m.code_to = k."codeTo"
          AND m.effective_on = k."effectiveOn"`,
    )
    const existing = new Map(
      found.map(({ line, ...row }) => [line, { values: valuesOf(row), entityId: null, ours: false }]),
    )
    return compareKeyed(rows, existing, { keyOf, valuesOf })
  },

  async update(tx, slice) {
    await tx.execute(sql`INSERT INTO movements (level, code_from, code_to, effective_on, kind, name_from, name_to, source, import_run)
      SELECT r.draft->>'level', r.draft->>'codeFrom', r.draft->>'codeTo', (r.draft->>'effectiveOn')::date, r.draft->>'kind',
        r.draft->>'nameFrom', r.draft->>'nameTo', r.draft->>'source', r.run_id
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
    await tx.execute(sql`UPDATE movements m SET kind = r.draft->>'kind', name_from = r.draft->>'nameFrom',
        name_to = r.draft->>'nameTo', source = r.draft->>'source'
      FROM import_rows r WHERE ${sliceOf(slice, 'updated')} AND m.level = r.draft->>'level'
        AND m.code_from = r.draft->>'codeFrom' AND m.code_to = r.draft->>'codeTo'
        AND m.effective_on = (r.draft->>'effectiveOn')::date`)
  },
}
