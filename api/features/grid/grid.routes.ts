import type { FastifyPluginAsync } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { INCOME_SPOTS } from '#api/domain/blind-spots'
import { gridClasses } from '#api/domain/grid-classes'
import { GRID_RULES } from '#api/domain/grid-indicators'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serve, serveRaw } from '#api/http/serve'
import { sendTile, TILE_CACHE_BYTES, tileCache } from '#api/http/tile-cache'
import { GRID_INDICATORS, type Grid, GridTileQuery, gridEndpoints, gridTilePath } from '#contract/grid'
import type { BlindSpot } from '#contract/indicators'
import { TileParams } from '#contract/tiles'
import { versionOf } from '#db/versions'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { type GridBuild, listBuilds } from './builds.repository.ts'
import { reaches, shownOf, spreadOf } from './grid-classes.repository.ts'
import { readGridTile } from './grid-tiles.repository.ts'
import { readArea } from './read-area.ts'

/** Of the grid, tax files laid on squares, most cells of 200 m are imputed besides. */
const BLIND_SPOTS: BlindSpot[] = [...INCOME_SPOTS, 'imputed_cells']
/** How long squares that another process has worked out may stay unseen. */
const STATE_MS = 1_000
/** Spreads of values that are kept, a few thousand numbers each. */
const MOST_SPREADS = 500

type Spread = Awaited<ReturnType<typeof spreadOf>>

export const gridRoutes: FastifyPluginAsync<Deps> = async (
  app,
  { database, now, tileCacheBytes = TILE_CACHE_BYTES },
) => {
  const cached = tileCache(tileCacheBytes)
  const uncached = tileCache(0)
  const states = new LRUCache<string, Promise<GridBuild[]>>({ max: 500, ttl: STATE_MS })
  const spreads = new LRUCache<string, Promise<Spread>>({ max: MOST_SPREADS })

  /** What names the squares of a grid as they are now; null while they are worked out, or when there are none. */
  async function stateOf(caller: Caller, vintage: string): Promise<string | null> {
    const version = await versionOf(database, caller.workspaceId)
    const key = `${caller.workspaceId} ${caller.audience} ${version}`
    const asked =
      states.get(key) ?? readWorkspace(database, caller, (tx) => listBuilds(tx, caller.workspaceId), 'once')
    states.set(key, asked, { noUpdateTTL: true })
    asked.catch(() => states.delete(key))
    const build = (await asked).find((one) => one.vintage === vintage)
    if (!build || build.progress !== null) return null
    return `${caller.workspaceId} ${caller.audience} ${vintage} ${build.builtAt}`
  }

  serve(app, gridEndpoints.list, 'figure:read', ({ query, caller }) =>
    readWorkspace(database, caller, async (tx) => {
      const { workspaceId } = caller
      const grids: Grid[] = []
      for (const { builtAt, ...build } of await listBuilds(tx, workspaceId)) {
        const key = { workspaceId, vintage: build.vintage }
        const ready = build.progress === null
        if (ready && query.territory && !(await reaches(tx, key, query.territory))) continue
        const shown = ready ? await shownOf(tx, key, GRID_INDICATORS) : []
        const indicators = shown.map((id) => ({ id, kind: GRID_RULES[id].kind, unit: GRID_RULES[id].unit }))
        grids.push({ ...build, indicators, blindSpots: BLIND_SPOTS })
      }
      return grids
    }),
  )

  serve(app, gridEndpoints.classes, 'figure:read', async ({ query, caller }) => {
    const { vintage, indicator, territory, level, method, classes } = query
    const state = await stateOf(caller, vintage)
    const read = () =>
      readWorkspace(database, caller, (tx) =>
        spreadOf(tx, { workspaceId: caller.workspaceId, vintage, indicator, level, territory }),
      )
    if (state === null) {
      const { counts, withheld } = await read()
      return gridClasses(counts, withheld, { method, classes })
    }
    // The outline of a territory changes with the workspace.
    const version = territory === undefined ? '' : await versionOf(database, caller.workspaceId)
    const key = `${state} ${indicator} ${level} ${territory} ${version}`
    const asked = spreads.get(key) ?? read()
    spreads.set(key, asked)
    asked.catch(() => spreads.delete(key))
    const { counts, withheld } = await asked
    return gridClasses(counts, withheld, { method, classes })
  })

  serve(app, gridEndpoints.read, 'figure:read', async ({ body, caller }) => {
    const by = { ...caller, cause: 'edit' } as const
    return (await withWorkspace(database, by, (transaction) => readArea(transaction, body, now()))).result
  })

  serveRaw(
    app,
    {
      method: 'GET',
      path: gridTilePath,
      params: TileParams.omit({ layer: true }),
      query: GridTileQuery,
      helmet: false,
    },
    'figure:read',
    async (request, reply) => {
      const { z, x, y } = request.params
      const { vintage, indicator } = request.query as z.output<typeof GridTileQuery>
      if (x >= 2 ** z || y >= 2 ** z) throw notFound('tile', `${z}/${x}/${y}`)
      const { caller } = request
      const tile = { workspaceId: caller.workspaceId, vintage, indicator, z, x, y }
      const make = () =>
        readWorkspace(database, caller, (tx) => readGridTile(tx, database.kind, tile), 'once')
      const state = await stateOf(caller, vintage)
      // Squares are all there from one moment on, which is in the key of their tiles; before it none is kept.
      const made = state
        ? await cached(`${state} ${indicator} ${z}/${x}/${y}`, make)
        : await uncached('', make)
      return sendTile(request, reply, made)
    },
  )
}
