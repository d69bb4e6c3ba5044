import type { FastifyPluginAsync } from 'fastify'
import type { z } from 'zod'
import { filterContext } from '#api/features/actors/actors.search.repository'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serveRaw } from '#api/http/serve'
import { sendTile, TILE_CACHE_BYTES, tileCache } from '#api/http/tile-cache'
import {
  type TILE_LAYERS,
  TILE_MAX_ZOOM,
  type TileJson,
  TileParams,
  TileQuery,
  tileJsonPath,
  tilePath,
} from '#contract/tiles'
import { versionOf } from '#db/versions'
import { readWorkspace } from '#db/workspace'
import { readTile } from './tiles.repository.ts'

const FIELDS: Record<(typeof TILE_LAYERS)[number], Record<string, string>> = {
  actors: {
    id: 'String',
    family: 'String',
    state: 'String',
    name: 'String',
    n: 'Number',
    families: 'String',
  },
  zones: { id: 'String', code: 'String', name: 'String' },
}

export const tilesRoutes: FastifyPluginAsync<Deps> = async (
  app,
  { database, now, tileCacheBytes = TILE_CACHE_BYTES },
) => {
  const cached = tileCache(tileCacheBytes)

  serveRaw(
    app,
    // Headers for pages cost more than the tile, and mean nothing for it.
    { method: 'GET', path: tilePath, params: TileParams, query: TileQuery, helmet: false },
    'actor:read',
    async (request, reply) => {
      const { layer, z, x, y } = request.params
      const query = request.query as z.output<typeof TileQuery>
      if (x >= 2 ** z || y >= 2 ** z) throw notFound('tile', `${z}/${x}/${y}`)
      const { workspaceId, audience } = request.caller
      const reader = { workspaceId, audience, now: now() }
      const asked = { layer, z, x, y, query }
      const search = request.url.includes('?') ? JSON.stringify(query) : ''
      const version = await versionOf(database, workspaceId)
      // "Open now" is another tile every minute.
      const minute = query.openNow ? Math.floor(now().getTime() / 60_000) : ''
      const tile = await cached(
        `${workspaceId} ${audience} ${version} ${minute} ${layer}/${z}/${x}/${y}${search}`,
        () =>
          query.q
            ? readWorkspace(database, reader, async (tx) =>
                readTile(tx, database.kind, { ...asked, context: await filterContext(tx, reader, query.q) }),
              )
            : readWorkspace(
                database,
                reader,
                (tx) => readTile(tx, database.kind, { ...asked, context: { ...reader, search: null } }),
                'once',
              ),
      )
      return sendTile(request, reply, tile)
    },
  )

  serveRaw(
    app,
    { method: 'GET', path: tileJsonPath, params: TileParams.pick({ layer: true }) },
    'actor:read',
    async (request) => {
      const { layer } = request.params
      const document: z.infer<typeof TileJson> = {
        tilejson: '3.0.0',
        tiles: [`${request.protocol}://${request.host}/api/tiles/${layer}/{z}/{x}/{y}.mvt`],
        minzoom: 0,
        maxzoom: TILE_MAX_ZOOM,
        bounds: [-180, -85.0511, 180, 85.0511],
        attribution: 'Maillage',
        vector_layers: [{ id: layer, fields: FIELDS[layer] }],
      }
      return document
    },
  )
}
