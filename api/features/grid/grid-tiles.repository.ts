import { sql } from 'drizzle-orm'
import {
  boxAround,
  type TileRow,
  tileBox,
  tileBytes,
  tileStatement,
} from '#api/features/tiles/tile-statement.repository'
import { GRID_LEVELS, type GridIndicator } from '#contract/grid'
import type { Database, Queries } from '#db/client'
import { compile, runCompiled } from '#db/transaction'
import { indicatorOf, squaresAt } from './grid-values.repository.ts'
import type { GridKey } from './squares.repository.ts'

/** From this zoom squares are as small as they get. */
const FINEST_ZOOM = 13
const ATTRIBUTES = ['v', 's'] as const
const LAYER = 'grid'

const levelAt = (z: number): number => Math.min(Math.max(FINEST_ZOOM - z, 0), GRID_LEVELS.length - 1)

export type GridTile = GridKey & { z: number; x: number; y: number; indicator: GridIndicator }

const compiled = new Map<string, ReturnType<typeof compile>>()

function statementOf(kind: Database['kind'], { z, indicator }: GridTile): ReturnType<typeof compile> {
  const key = `${kind} ${z} ${indicator}`
  const known = compiled.get(key)
  if (known) return known
  const slot = (name: string, type: string) => sql`${sql.placeholder(name)}::${sql.raw(type)}`
  const [x, y] = [slot('x', 'int'), slot('y', 'int')]
  const grid = { workspaceId: slot('workspaceId', 'uuid'), vintage: slot('vintage', 'text') }
  const rows = sql`SELECT v, CASE WHEN v IS NULL THEN 'h' WHEN imputed THEN 'i' ELSE 'o' END AS s, geom FROM (
    SELECT ${indicatorOf(indicator)} AS v, s.imputed, s.geom FROM ${squaresAt(levelAt(z), grid)}
      AND s.geom && ${boxAround(z, x, y)}) valued`
  const source = {
    name: LAYER,
    geometry: 'polygon',
    attributes: ATTRIBUTES,
    box: tileBox(z, x, y),
    rows,
  } as const
  const made = compile(tileStatement(kind, source))
  compiled.set(key, made)
  return made
}

/** One tile of the squares that may be shown: layer `grid`, attributes `v` and `s`. */
export async function readGridTile(tx: Queries, kind: Database['kind'], tile: GridTile): Promise<Uint8Array> {
  const { workspaceId, vintage, x, y } = tile
  const rows = await runCompiled<TileRow>(tx, statementOf(kind, tile), { workspaceId, vintage, x, y })
  return tileBytes(kind, { name: LAYER, attributes: ATTRIBUTES }, rows)
}
