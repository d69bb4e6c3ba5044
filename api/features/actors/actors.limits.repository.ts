import { sql } from 'drizzle-orm'
import { outsideLimits } from '#api/http/problems'
import { rowsOf, textArray, uuidArray } from '#db/transaction'
import type { WorkspaceTransaction } from '#db/workspace'
import { extentOf, isWithin } from './actors.filter.repository.ts'

/** Refuses actors of which none is of a family and territory that the writer's rights are limited to. */
export async function refuseOutside(
  { tx, limits, ...reader }: WorkspaceTransaction,
  ...ids: readonly string[]
): Promise<void> {
  const { territories = [], families = [] } = limits ?? {}
  const parts = []
  if (families.length) parts.push(sql`a.family = ANY (${textArray(families)})`)
  if (territories.length)
    parts.push(
      sql`(${sql.join(
        territories.map((territory) => isWithin(reader, extentOf(reader.workspaceId, territory))),
        sql` OR `,
      )})`,
    )
  if (!parts.length) return
  const rows = await rowsOf(
    tx,
    sql`SELECT 1 FROM actors a WHERE a.workspace_id = ${reader.workspaceId}::uuid AND a.id = ANY (${uuidArray(ids)})
      AND ${sql.join(parts, sql` AND `)}`,
  )
  if (!rows.length) throw outsideLimits()
}
