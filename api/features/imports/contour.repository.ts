import { type SQL, sql } from 'drizzle-orm'

/** A contour as a file gives it. */
const givenArea = (draft: SQL): SQL => sql`ST_SetSRID(ST_GeomFromGeoJSON((${draft}->'area')::text), 4326)`

/**
 * A contour as it is stored: mended when it crosses itself, which is a row's reservation; null for a draft without.
 * `OFFSET 0` keeps what is inside apart, or it would be parsed anew wherever it is named.
 */
export const storedArea = (draft: SQL): SQL => sql`(
  SELECT CASE WHEN ST_IsValid(given.g) THEN ST_Multi(given.g)
    ELSE ST_Multi(ST_CollectionExtract(ST_MakeValid(given.g), 3)) END
  FROM (SELECT CASE WHEN jsonb_typeof(${draft}->'area') = 'object' THEN ${givenArea(draft)} END AS g OFFSET 0) AS given)`
