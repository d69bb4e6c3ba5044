import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { compareZone, type ExistingZone } from '#api/domain/import-comparison'
import type { ZoneDraft } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import type { Queries } from '#db/client'
import { sliceOf } from './staging.repository.ts'
import type { Compared, Drafted, Slice, Target } from './staging.ts'

/** A contour as it is stored: mended when it crosses itself, which is a row's reservation. */
const stored = (draft: ReturnType<typeof sql>) => sql`(
  SELECT CASE WHEN ST_IsValid(given.g) THEN ST_Multi(given.g)
    ELSE ST_Multi(ST_CollectionExtract(ST_MakeValid(given.g), 3)) END
  FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON((${draft}->'area')::text), 4326) AS g) AS given)`

type Met = { line: number; valid: boolean; usable: boolean; id: string | null } & Omit<ExistingZone, 'id'>

/** Contours as the database sees them, and the zones that have the same key. */
const meet = (tx: Queries, rows: readonly Drafted<ZoneDraft>[]): Promise<Met[]> =>
  tx.execute<Met>(sql`
    SELECT given.line, ST_IsValid(given.g) AS valid, NOT ST_IsEmpty(given.kept) AND ST_Area(given.kept) > 0 AS usable,
      z.id, z.area IS NOT NULL AS "hasArea", z.name = given.draft->>'name' AS "sameName",
      ST_AsBinary(z.area) = ST_AsBinary(given.kept) AS "sameArea"
    FROM (
      SELECT (item->>'line')::int AS line, item->'draft' AS draft, ${stored(sql`item->'draft'`)} AS kept,
        ST_SetSRID(ST_GeomFromGeoJSON((item->'draft'->'area')::text), 4326) AS g
      FROM jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) AS item
    ) AS given
    LEFT JOIN zones z ON z.level = given.draft->>'level' AND z.code = given.draft->>'code'
      AND z.vintage = given.draft->>'vintage' AND z.source = given.draft->>'source'`)

function judge(met: Met): Compared {
  if (!met.usable) return { problems: [refusal('geometry_degenerate', 'geometry')] }
  const comparison = compareZone(met.id === null ? undefined : { ...met, id: met.id }, newId)
  const problems = met.valid ? [] : [reservation('geometry_repaired', 'geometry')]
  if (comparison.outcome === 'ignored') problems.push(reservation('zone_already_known', null))
  return { comparison, problems }
}

const refresh = (slice: Slice) => sql`SELECT refresh_zone_shapes(ARRAY(
  SELECT r.entity_id FROM import_rows r WHERE ${sliceOf(slice, 'created')} OR ${sliceOf(slice, 'updated')}))`

/** Contours of reference zones, by level, code, vintage and source. */
export const zoneRows: Target<ZoneDraft> = {
  async compare(tx, _workspaceId, rows) {
    const met = await meet(tx, rows)
    return new Map(met.map((zone) => [zone.line, judge(zone)]))
  },

  async reveal(tx, slice) {
    await tx.execute(sql`
      INSERT INTO zones (id, level, code, name, vintage, source, licence, communes, area)
      SELECT r.entity_id, r.draft->>'level', r.draft->>'code', r.draft->>'name', r.draft->>'vintage',
        r.draft->>'source', r.draft->>'licence', ARRAY(SELECT jsonb_array_elements_text(r.draft->'communes')),
        ${stored(sql`r.draft`)}
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
    await tx.execute(sql`
      UPDATE zones z SET area = ${stored(sql`r.draft`)}
      FROM import_rows r WHERE ${sliceOf(slice, 'updated')} AND z.id = r.entity_id AND z.area IS NULL`)
    await tx.execute(refresh(slice))
  },
}
