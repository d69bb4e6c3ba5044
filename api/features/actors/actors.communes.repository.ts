import { sql } from 'drizzle-orm'
import type { Place } from '#contract/actors'
import type { Queries } from '#db/client'
import { fromGeoJson } from '#db/columns'

type Found = { code: string; name: string | null; postcodes: string[] | null }

/**
 * Places with the commune that their point lies in, where nobody said it and a contour tells: of the commune itself,
 * else of one of its IRIS. A place that was tapped on the map then belongs to its territory.
 */
export async function withCommunes<T extends Place>(tx: Queries, list: readonly T[]): Promise<T[]> {
  const located: T[] = []
  for (const place of list) {
    if (!place.point || place.communeCode) {
      located.push(place)
      continue
    }
    const [found] = await tx.execute<Found>(sql`SELECT c.code, n.name, n.postcodes FROM (
        SELECT communes[1] AS code FROM zones
        WHERE level IN ('commune', 'iris') AND ST_Covers(area, ${fromGeoJson(place.point)})
        ORDER BY level, vintage DESC LIMIT 1) c
      LEFT JOIN LATERAL (
        SELECT name, postcodes FROM zones WHERE level = 'commune' AND code = c.code
        ORDER BY population IS NULL, vintage DESC LIMIT 1) n ON true`)
    located.push(
      found
        ? {
            ...place,
            communeCode: found.code,
            communeName: place.communeName ?? found.name,
            // Several postcodes leave a choice: it is not ours.
            postcode: place.postcode ?? (found.postcodes?.length === 1 ? found.postcodes[0]! : null),
          }
        : place,
    )
  }
  return located
}
