import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { compareZone, type ExistingZone } from '#api/domain/import-comparison'
import type { ZoneDraft } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import { storedArea } from './contour.repository.ts'
import { sliceOf } from './staging.repository.ts'
import type { Compared, Drafted, Slice, Target } from './staging.ts'

type Met = { line: number; valid: boolean; usable: boolean; id: string | null } & Omit<ExistingZone, 'id'>

/** Contours as the database sees them, and the zones that have the same key. A list has none, and says nothing of them. */
const meet = (tx: Queries, rows: readonly Drafted<ZoneDraft>[]): Promise<Met[]> =>
  rowsOf<Met>(
    tx,
    sql`SELECT given.line, z.id,
      given.kept IS NULL OR ST_IsValid(ST_GeomFromGeoJSON((given.draft->'area')::text)) AS valid,
      given.kept IS NULL OR (NOT ST_IsEmpty(given.kept) AND ST_Area(given.kept) > 0) AS usable,
      z.area IS NOT NULL OR given.kept IS NULL AS "hasArea",
      z.name = given.draft->>'name'
        AND (given.kept IS NOT NULL OR z.communes @> c.communes AND z.communes <@ c.communes) AS "sameName",
      given.kept IS NULL OR ST_AsBinary(z.area) = ST_AsBinary(given.kept) AS "sameArea"
    FROM (
      SELECT (item->>'line')::int AS line, item->'draft' AS draft, ${storedArea(sql`item->'draft'`)} AS kept
      FROM jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) AS item OFFSET 0
    ) AS given
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(given.draft->'communes')) AS communes) AS c
    LEFT JOIN zones z ON z.level = given.draft->>'level' AND z.code = given.draft->>'code'
      AND z.vintage = given.draft->>'vintage' AND z.source = given.draft->>'source'`,
  )

function judge(met: Met): Compared {
  if (!met.usable) return { problems: [refusal('geometry_degenerate', 'geometry')] }
  const comparison = compareZone(met.id === null ? undefined : { ...met, id: met.id }, newId)
  const problems = met.valid ? [] : [reservation('geometry_repaired', 'geometry')]
  if (comparison.outcome === 'ignored') problems.push(reservation('zone_already_known', null))
  return { comparison, problems }
}

const refresh = (slice: Slice) => sql`SELECT refresh_zone_shapes(ARRAY(
  SELECT r.entity_id FROM import_rows r WHERE ${sliceOf(slice, 'created')} OR ${sliceOf(slice, 'updated')}))`

/** Reference zones, by level, code, vintage and source. They belong to the server: nothing hides them, so all is written at once. */
export const zoneRows: Target<ZoneDraft> = {
  keeps: 'all',
  fills: ['zones', 'zone_shapes'],

  async compare(tx, _workspaceId, rows) {
    const met = await meet(tx, rows)
    return new Map(met.map((zone) => [zone.line, judge(zone)]))
  },

  async update(tx, slice) {
    await tx.execute(sql`
      INSERT INTO zones (id, level, code, name, vintage, source, licence, communes, area, import_run)
      SELECT r.entity_id, r.draft->>'level', r.draft->>'code', r.draft->>'name', r.draft->>'vintage',
        r.draft->>'source', r.draft->>'licence', ARRAY(SELECT jsonb_array_elements_text(r.draft->'communes')),
        ${storedArea(sql`r.draft`)}, r.run_id
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
    // Found by id alone: `area IS NULL` would be looked up first, and a list of communes has none at all.
    await tx.execute(sql`
      UPDATE zones z SET area = coalesce(z.area, r.area)
      FROM (SELECT r.entity_id, ${storedArea(sql`r.draft`)} AS area
        FROM import_rows r WHERE ${sliceOf(slice, 'updated')} OFFSET 0) AS r
      WHERE z.id = r.entity_id`)
    await tx.execute(refresh(slice))
  },
}
