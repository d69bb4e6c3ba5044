import { inArray, sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { territories } from '#db/schema/territories'

/** How many of these territories the workspace has. */
export async function countTerritories(tx: Queries, ids: readonly string[]): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(territories)
    .where(inArray(territories.id, [...ids]))
  return row?.n ?? 0
}
