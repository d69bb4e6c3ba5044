import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { freshnessBounds } from '#api/domain/freshness'
import { activeKeys, conditions, type FilterContext } from '#api/features/actors/actors.filter.repository'
import type { TileLayer, TileQuery } from '#contract/tiles'
import type { Database, Queries } from '#db/client'
import { compile, rowsOf, runCompiled } from '#db/transaction'
import { envelope, LAYERS, type TileSlots } from './tile.layers.ts'
import { type TileRow, type TileSource, tileBytes, tileStatement } from './tile-statement.repository.ts'

export type TileRequest = {
  layer: TileLayer
  z: number
  x: number
  y: number
  query: z.output<typeof TileQuery>
  context: FilterContext
}

const isFiltered = ({ query }: TileRequest) => activeKeys(query).length > 0 || query.archived === true

const valuesOf = ({ x, y, query, context }: TileRequest) => {
  const { freshSince, staleBefore } = freshnessBounds(context.now)
  return {
    x,
    y,
    workspaceId: context.workspaceId,
    audience: context.audience,
    freshSince: freshSince.toISOString(),
    staleBefore: staleBefore.toISOString(),
    level: query.level ?? 'iris',
    vintage: query.vintage,
  }
}

/** Slots that hold `of(name)`: a value, or a placeholder for it. */
const slotsOf = (
  { z, query }: TileRequest,
  filter: SQL | null,
  of: (name: keyof ReturnType<typeof valuesOf>) => unknown,
): TileSlots => ({
  z,
  x: sql`${of('x')}::int`,
  y: sql`${of('y')}::int`,
  workspaceId: sql`${of('workspaceId')}::uuid`,
  audience: sql`${of('audience')}::text`,
  freshSince: sql`${of('freshSince')}::timestamptz`,
  staleBefore: sql`${of('staleBefore')}::timestamptz`,
  filter,
  level: sql`${of('level')}::text`,
  vintage: query.vintage === undefined ? null : sql`${of('vintage')}::text`,
})

const tileOf = (layer: TileLayer, slots: TileSlots): TileSource => ({
  name: layer,
  geometry: LAYERS[layer].geometry,
  attributes: LAYERS[layer].attributes(slots.z),
  box: envelope(slots),
  rows: LAYERS[layer].rows(slots),
})

/** One statement for each shape: compiling it costs more than most tiles. */
const compiled = new Map<string, ReturnType<typeof compile>>()

/** The statement of every tile of this request's zoom; the bench sends the very same one without this server. */
export function unfilteredStatement(
  kind: Database['kind'],
  request: TileRequest,
): ReturnType<typeof compile> {
  const key = `${kind} ${request.layer} ${request.z} ${request.query.vintage !== undefined}`
  const known =
    compiled.get(key) ??
    compile(tileStatement(kind, tileOf(request.layer, slotsOf(request, null, sql.placeholder))))
  compiled.set(key, known)
  return known
}

/** One tile, encoded by whoever does it faster: the server's database, or this process for the embedded one. */
export async function readTile(
  tx: Queries,
  kind: Database['kind'],
  request: TileRequest,
): Promise<Uint8Array> {
  const values = valuesOf(request)
  const rows = isFiltered(request)
    ? await rowsOf<TileRow>(
        tx,
        tileStatement(
          kind,
          tileOf(
            request.layer,
            slotsOf(request, conditions(request.query, request.context), (name) => values[name]),
          ),
        ),
      )
    : await runCompiled<TileRow>(tx, unfilteredStatement(kind, request), values)
  const { layer, z } = request
  return tileBytes(kind, { name: layer, attributes: LAYERS[layer].attributes(z) }, rows)
}
