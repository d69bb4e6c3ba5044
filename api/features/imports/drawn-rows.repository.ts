import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { DrawnDraft } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { rowsOf } from '#db/transaction'
import { storedArea } from './contour.repository.ts'
import { compareValues } from './keyed-rows.ts'
import { sliceOf } from './staging.repository.ts'
import type { Compared, Target } from './staging.ts'

type Met = {
  line: number
  name: string
  valid: boolean
  usable: boolean
  id: string | null
  known: string | null
  sameArea: boolean | null
}

function judge({ name, valid, usable, id, known, sameArea }: Met): Compared {
  if (!usable) return { problems: [refusal('geometry_degenerate', 'geometry')] }
  const existing = id === null ? undefined : { entityId: id, values: { name: known, sameArea }, ours: false }
  const compared = compareValues({ name, sameArea: true }, existing, newId)
  const { sameArea: moved, ...set } = compared.set
  const { sameArea: _, ...before } = compared.before
  // The contour itself is written from the draft; its history says that it changed.
  const comparison = { ...compared, set: moved === undefined ? set : { ...set, area: true }, before }
  return { comparison, problems: valid ? [] : [reservation('geometry_repaired', 'geometry')] }
}

/** Zones that a file brings to the workspace, by source and identifier. */
export const drawnRows: Target<DrawnDraft> = {
  keeps: 'all',
  fills: ['drawn_zones'],

  async compare(tx, workspaceId, rows) {
    const met = await rowsOf<Met>(
      tx,
      sql`SELECT given.line, given.draft->>'name' AS name,
          ST_IsValid(ST_GeomFromGeoJSON((given.draft->'area')::text)) AS valid,
          NOT ST_IsEmpty(given.kept) AND ST_Area(given.kept) > 0 AS usable,
          z.id, z.name AS known, ST_AsBinary(z.area) = ST_AsBinary(given.kept) AS "sameArea"
        FROM (
          SELECT (item->>'line')::int AS line, item->'draft' AS draft, ${storedArea(sql`item->'draft'`)} AS kept
          FROM jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) AS item OFFSET 0
        ) AS given
        LEFT JOIN drawn_zones z ON z.workspace_id = ${workspaceId}::uuid AND z.source = given.draft->>'source'
          AND z.source_id = given.draft->>'sourceId'`,
    )
    return new Map(met.map((zone) => [zone.line, judge(zone)]))
  },

  async insert(tx, slice) {
    await tx.execute(sql`INSERT INTO drawn_zones (workspace_id, id, import_run, name, source, source_id, area)
      SELECT r.workspace_id, r.entity_id, r.run_id, r.draft->>'name', r.draft->>'source', r.draft->>'sourceId',
        ${storedArea(sql`r.draft`)}
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
  },

  async update(tx, slice) {
    await tx.execute(sql`UPDATE drawn_zones z SET name = r.draft->>'name', area = ${storedArea(sql`r.draft`)}
      FROM import_rows r WHERE ${sliceOf(slice, 'updated')} AND z.workspace_id = r.workspace_id AND z.id = r.entity_id`)
  },
}
