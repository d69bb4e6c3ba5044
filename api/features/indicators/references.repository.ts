import { sql } from 'drizzle-orm'
import { cellKey } from '#api/domain/disclosure-cells'
import type { Mask } from '#api/domain/disclosure-mask'
import { shownValue } from '#api/domain/indicator-values'
import { describeIndicator } from '#api/domain/indicators'
import { type PartFigures, wholeOf } from '#api/domain/zone-figures'
import type { IndicatorKey, Reference } from '#contract/indicators'
import type { ZoneLevel } from '#contract/zones'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'

type Larger = PartFigures & { level: ZoneLevel; code: string; vintage: string; name: string }

const departementOf = (commune: string): string => commune.slice(0, commune.startsWith('97') ? 3 : 2)
/** The zones that hold the communes are larger than theirs: in this order. */
const LARGER = ['commune', 'epci', 'departement'] as const

const listLarger = (
  tx: Queries,
  workspaceId: string,
  { source, period, level }: IndicatorKey,
  communes: readonly string[],
): Promise<Larger[]> => {
  const levels = LARGER.slice(LARGER.indexOf(level as 'commune') + 1)
  const departements = [...new Set(communes.map(departementOf))]
  return rowsOf(
    tx,
    sql`WITH wanted AS (
        SELECT 'commune' AS level, ${communes[0]!}::text AS code WHERE ${communes.length}::int = 1
        UNION SELECT 'departement', ${departements[0]!}::text WHERE ${departements.length}::int = 1
        UNION SELECT 'epci', code FROM zones WHERE level = 'epci' AND communes @> ${textArray(communes)})
      SELECT s.level, s.code, s.vintage, s.part, s.figures, s.statuses, s.flags, coalesce((SELECT z.name FROM zones z
          WHERE z.level = s.level AND z.code = s.code ORDER BY z.vintage DESC LIMIT 1), s.code) AS name
      FROM statistics s JOIN wanted w ON w.level = s.level AND w.code = s.code
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.source = ${source}::text AND s.period = ${period}::text
        AND s.level = ANY (${textArray(levels)}) ORDER BY s.vintage DESC, s.part`,
  )
}

/** What the same source publishes for the zones that hold these communes, the smallest first: shares and levels, never counts. */
export async function listPublished(
  tx: Queries,
  workspaceId: string,
  key: IndicatorKey,
  { communes, mask }: { communes: readonly string[]; mask: Mask },
): Promise<Reference[]> {
  const description = describeIndicator(key.figure)
  if (communes.length === 0 || description.kind === 'count' || description.kind === 'amount') return []
  const rows = await listLarger(tx, workspaceId, key, communes)
  return LARGER.flatMap((level) => {
    const first = rows.find((row) => row.level === level)
    if (!first) return []
    const { code, vintage, name } = first
    const parts = rows.filter((row) => row.level === level && row.code === code && row.vintage === vintage)
    const isMasked = (figure: string) => mask.has(cellKey(level, code, figure))
    const { value } = shownValue(wholeOf(parts), key.figure, description, isMasked)
    return value === null ? [] : [{ name, kind: 'published' as const, value }]
  })
}
