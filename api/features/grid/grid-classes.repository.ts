import { type SQL, sql } from 'drizzle-orm'
import type { ValueCount } from '#api/domain/grid-classes'
import { outlineOf } from '#api/features/territories/territories.repository'
import type { GridIndicator } from '#contract/grid'
import type { Queries } from '#db/client'
import { fromGeoJson } from '#db/columns'
import { rowsOf } from '#db/transaction'
import { indicatorOf, squaresAt } from './grid-values.repository.ts'
import type { GridKey } from './squares.repository.ts'

type Asked = GridKey & { indicator: GridIndicator; level: number; territory: string | undefined }

/** Squares that a territory touches; null when nobody knows where it lies. */
async function within(tx: Queries, workspaceId: string, territory: string | undefined): Promise<SQL | null> {
  if (territory === undefined) return sql``
  const area = await outlineOf(tx, workspaceId, territory)
  if (!area) return null
  const outline = sql`(SELECT ST_Transform(${fromGeoJson(area)}, 3857))`
  return sql`AND s.geom && ${outline} AND ST_Intersects(s.geom, ${outline})`
}

const gridOf = ({ workspaceId, vintage }: GridKey) => ({
  workspaceId: sql`${workspaceId}::uuid`,
  vintage: sql`${vintage}::text`,
})

/** How the values of all squares of a level are spread, in their order, and how many squares say none. */
export async function spreadOf(
  tx: Queries,
  { indicator, level, territory, ...key }: Asked,
): Promise<{ counts: ValueCount[]; withheld: number }> {
  const inside = await within(tx, key.workspaceId, territory)
  if (inside === null) return { counts: [], withheld: 0 }
  const rows = await rowsOf<{ value: number | null; squares: number; imputed: number }>(
    tx,
    sql`SELECT ${indicatorOf(indicator)} AS value, count(*)::int AS squares, (count(*) FILTER (WHERE s.imputed))::int AS imputed
      FROM ${squaresAt(level, gridOf(key))} ${inside} GROUP BY 1 ORDER BY 1`,
  )
  const counts = rows.filter((row): row is ValueCount => row.value !== null)
  return { counts, withheld: rows.find(({ value }) => value === null)?.squares ?? 0 }
}

/** Whether a grid has squares in a territory. */
export async function reaches(tx: Queries, key: GridKey, territory: string): Promise<boolean> {
  const inside = await within(tx, key.workspaceId, territory)
  if (inside === null) return false
  const rows = await rowsOf(tx, sql`SELECT 1 FROM ${squaresAt(0, gridOf(key))} ${inside} LIMIT 1`)
  return rows.length > 0
}

/** Which of these indicators the squares of a grid say anything of: asked of its largest ones, which are few. */
export async function shownOf<I extends GridIndicator>(
  tx: Queries,
  key: GridKey,
  indicators: readonly I[],
): Promise<I[]> {
  const known = sql.join(
    indicators.map(
      (indicator) => sql`bool_or(${indicatorOf(indicator)} IS NOT NULL) AS ${sql.identifier(indicator)}`,
    ),
    sql`, `,
  )
  const [row] = await rowsOf<Record<I, boolean | null>>(
    tx,
    sql`SELECT ${known} FROM ${squaresAt(7, gridOf(key))}`,
  )
  return indicators.filter((indicator) => row?.[indicator])
}
