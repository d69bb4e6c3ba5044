import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { StatisticsDraft } from '#api/domain/import-draft'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import { compareKeyed, type Existing } from './keyed-rows.ts'
import { sliceOf } from './staging.repository.ts'
import type { Drafted, Target } from './staging.ts'

type Row = Pick<StatisticsDraft, 'figures' | 'statuses' | 'flags' | 'sourceDate' | 'licence'>

const valuesOf = ({ figures, statuses, flags, sourceDate, licence }: Row) => ({
  figures,
  statuses,
  flags,
  sourceDate,
  licence,
})

const keyOf = ({ source, period, level, code, vintage, part }: StatisticsDraft): string =>
  [level, code, period, source, vintage, part].join(' ')

async function findExisting(
  tx: Queries,
  workspaceId: string,
  rows: readonly Drafted<StatisticsDraft>[],
): Promise<Map<number, Existing>> {
  const keys = rows.map(({ line, draft: { source, period, level, code, vintage, part } }) => ({
    line,
    source,
    period,
    level,
    code,
    vintage,
    part,
  }))
  const found = await rowsOf<Row & { line: number; id: string }>(
    tx,
    sql`SELECT k.line, s.id, s.figures, s.statuses, s.flags, s.source_date::text AS "sourceDate", s.licence
      FROM jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb)
        AS k(line int, source text, period text, level text, code text, vintage text, part text)
      JOIN statistics s ON s.workspace_id = ${workspaceId}::uuid AND s.source = k.source AND s.period = k.period
        AND s.level = k.level AND s.code = k.code AND s.vintage = k.vintage AND s.part = k.part`,
  )
  // `ours` is left to the staged keys: every row of this kind waits there.
  return new Map(
    found.map(({ line, id, ...row }) => [line, { values: valuesOf(row), entityId: id, ours: false }]),
  )
}

const WRITTEN = sql`r.draft->'figures', r.draft->'statuses', r.draft->'flags', (r.draft->>'sourceDate')::date, r.draft->>'licence'`

/** Figures of zones, by source, period, zone, vintage and part. */
export const statisticsRows: Target<StatisticsDraft> = {
  keeps: 'all',
  fills: ['statistics'],

  async compare(tx, workspaceId, rows) {
    const existing = await findExisting(tx, workspaceId, rows)
    return compareKeyed(rows, existing, { keyOf, valuesOf, newId })
  },

  async insert(tx, slice) {
    await tx.execute(sql`INSERT INTO statistics (workspace_id, id, import_run, source, period, level, code, vintage, part,
        figures, statuses, flags, source_date, licence)
      SELECT r.workspace_id, r.entity_id, r.run_id, r.draft->>'source', r.draft->>'period', r.draft->>'level',
        r.draft->>'code', r.draft->>'vintage', r.draft->>'part', ${WRITTEN}
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
  },

  async update(tx, slice) {
    await tx.execute(sql`UPDATE statistics s SET (figures, statuses, flags, source_date, licence) = (SELECT ${WRITTEN})
      FROM import_rows r WHERE ${sliceOf(slice, 'updated')} AND s.workspace_id = r.workspace_id AND s.id = r.entity_id`)
  },
}
