import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { freshnessBounds } from '#api/domain/freshness'
import { activeKeys, conditions, type FilterContext } from '#api/features/actors/actors.filter.repository'
import type { TileLayer, TileQuery } from '#contract/tiles'
import type { Database, Queries } from '#db/client'
import { compile, rowsOf, runCompiled } from '#db/transaction'
import { EXTENT, encodeTile, type TileFeature } from './tile.encode.ts'
import { BUFFER, envelope, LAYERS, type TileSlots } from './tile.layers.ts'

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

/** The server's `ST_AsMVT`: one row, one tile. */
const encodedByServer = (layer: TileLayer, slots: TileSlots): SQL => {
  const { attributes, rows } = LAYERS[layer]
  const columns = sql.join(
    attributes(slots.z).map((attribute) => sql.identifier(attribute)),
    sql`, `,
  )
  return sql`SELECT ST_AsMVT(t.*, ${sql.raw(`'${layer}'`)}, ${sql.raw(String(EXTENT))}, 'geom') AS tile FROM (
    SELECT ST_AsMVTGeom(r.geom, ${envelope(slots)}, ${sql.raw(String(EXTENT))}, ${sql.raw(String(BUFFER))}, true) AS geom, ${columns}
    FROM (${rows(slots)}) r) t WHERE t.geom IS NOT NULL`
}

/** Features in tile space, for a database whose PostGIS has no `ST_AsMVT`. */
const featuresOf = (layer: TileLayer, slots: TileSlots): SQL => {
  const { geometry, attributes, rows } = LAYERS[layer]
  const columns = sql.join(
    attributes(slots.z).map((attribute) => sql`r.${sql.identifier(attribute)}`),
    sql`, `,
  )
  const width = sql`(ST_XMax(b.box) - ST_XMin(b.box))`
  const clipped =
    geometry === 'point'
      ? sql`r.geom`
      : sql`ST_ClipByBox2D(r.geom, ST_Expand(b.box, ${width} * ${sql.raw(String(BUFFER / EXTENT))}))`
  const extent = sql.raw(`${EXTENT}::float8`)
  return sql`SELECT ${columns}, ST_AsGeoJSON(ST_SnapToGrid(ST_TransScale(${clipped},
      -ST_XMin(b.box), -ST_YMax(b.box), ${extent} / ${width}, -${extent} / ${width}), 1), 0) AS shape
    FROM (${rows(slots)}) r, (SELECT ${envelope(slots)} AS box) b`
}

const STATEMENTS = { server: encodedByServer, embedded: featuresOf }

/** One statement for each shape: compiling it costs more than most tiles. */
const compiled = new Map<string, ReturnType<typeof compile>>()

/** The statement of every tile of this request's zoom; the bench sends the very same one without this server. */
export function unfilteredStatement(
  kind: Database['kind'],
  request: TileRequest,
): ReturnType<typeof compile> {
  const key = `${kind} ${request.layer} ${request.z} ${request.query.vintage !== undefined}`
  const known =
    compiled.get(key) ?? compile(STATEMENTS[kind](request.layer, slotsOf(request, null, sql.placeholder)))
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
    ? await rowsOf<Row>(
        tx,
        STATEMENTS[kind](
          request.layer,
          slotsOf(request, conditions(request.query, request.context), (name) => values[name]),
        ),
      )
    : await runCompiled<Row>(tx, unfilteredStatement(kind, request), values)
  return kind === 'server' ? (rows[0]!.tile as Buffer) : encodeTile(request.layer, featuresIn(request, rows))
}

type Row = Record<string, unknown> & { shape?: string | null; tile?: Buffer }

function featuresIn({ layer, z }: TileRequest, rows: readonly Row[]): TileFeature[] {
  const names = LAYERS[layer].attributes(z)
  return rows.flatMap((row) => {
    const geometry = row.shape && JSON.parse(row.shape)
    if (!geometry?.coordinates?.length) return []
    const tags = Object.fromEntries(names.map((name) => [name, row[name]])) as TileFeature['tags']
    return [{ geometry, tags }]
  })
}
