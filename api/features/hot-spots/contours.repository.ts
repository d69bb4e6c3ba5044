import { sql } from 'drizzle-orm'
import type { IndicatorKey } from '#contract/indicators'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'

export type Contour = { zoneId: string; code: string; area: string; lng: number; lat: number }

/**
 * The contours of zones, at full detail: analyses use no levels of detail. Of each code that of the vintage, else the latest;
 * an `unknown` vintage is the latest.
 */
export const contoursOf = (
  tx: Queries,
  { level, vintage }: Pick<IndicatorKey, 'level' | 'vintage'>,
  codes: readonly string[],
): Promise<Contour[]> =>
  rowsOf(
    tx,
    sql`SELECT id AS "zoneId", code, ST_AsGeoJSON(area, 8) AS area, ST_X(middle) AS lng, ST_Y(middle) AS lat FROM (
        SELECT DISTINCT ON (code) id, code, area, ST_Centroid(area) AS middle FROM zones
        WHERE level = ${level} AND code = ANY (${textArray(codes)}) AND area IS NOT NULL
        ORDER BY code, vintage = ${vintage}::text DESC, vintage DESC) one
      ORDER BY code`,
  )
