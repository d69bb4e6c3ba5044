import { type SQL, sql } from 'drizzle-orm'
import { MIN_HOUSEHOLDS } from '#api/domain/disclosure'
import { GRID_RULES } from '#api/domain/grid-indicators'
import type { GridIndicator } from '#contract/grid'

/** An indicator of a square `s`, as `gridValue` works it out: null when it is not said. */
export function indicatorOf(indicator: GridIndicator): SQL {
  const { of, to, scale, step } = GRID_RULES[indicator]
  const sum = (names: readonly string[]) => names.map((name) => `s.${name}::float8`).join(' + ')
  const value = to ? `${scale} * (${sum(of)}) / (${sum(to)})` : sum(of)
  return sql.raw(
    `CASE WHEN ${sum(to ?? of)} >= ${MIN_HOUSEHOLDS} THEN round(round((${value}) / ${step}) * ${step} * 10) / 10 END`,
  )
}

/**
 * Squares `s` that are drawn at a level, of a grid whose squares are all there. The level is part of the statement, for
 * each has its own index.
 */
export const squaresAt = (level: number, { workspaceId, vintage }: { workspaceId: SQL; vintage: SQL }): SQL =>
  sql`grid_squares s WHERE s.workspace_id = ${workspaceId} AND s.vintage = ${vintage}
    AND s.finest <= ${sql.raw(String(level))} AND s.level >= ${sql.raw(String(level))}
    AND (SELECT progress IS NULL FROM grid_builds b WHERE b.workspace_id = ${workspaceId} AND b.vintage = ${vintage})`
