import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

type CachedTile = { etag: string; raw: Uint8Array; zipped: Uint8Array }

export const TILE_CACHE_BYTES = 128 * 1024 * 1024
/** A tile this small costs more to compress than to send. */
const WORTH_ZIPPING = 512

const zip = promisify(gzip)

/**
 * Tiles already made, compressed once. Two requests for the same tile make it once. The key must hold everything
 * that the tile depends on, the data's version included.
 */
export function tileCache(
  bytes: number,
): (key: string, make: () => Promise<Uint8Array>) => Promise<CachedTile> {
  const tiles = new LRUCache<string, CachedTile>({
    maxSize: Math.max(bytes, 1),
    sizeCalculation: ({ raw, zipped }) => raw.length + zipped.length + 200,
  })
  const making = new Map<string, Promise<CachedTile>>()

  const build = async (make: () => Promise<Uint8Array>): Promise<CachedTile> => {
    const raw = await make()
    const etag = `"${createHash('sha1').update(raw).digest('base64url')}"`
    // Compressing costs more than most tiles: it is paid once, into the cache, or not at all.
    const zips = bytes > 0 && raw.length >= WORTH_ZIPPING
    return { etag, raw, zipped: zips ? await zip(raw, { level: 6 }) : raw }
  }

  if (bytes === 0) return (_, make) => build(make)
  return async (key, make) => {
    const ready = tiles.get(key)
    if (ready) return ready
    const underway = making.get(key)
    if (underway) return underway
    const promise = build(make).finally(() => making.delete(key))
    making.set(key, promise)
    const tile = await promise
    tiles.set(key, tile)
    return tile
  }
}

/** Answers with a tile, or that it has not changed. */
export function sendTile(request: FastifyRequest, reply: FastifyReply, tile: CachedTile): FastifyReply {
  reply
    .header('content-type', 'application/vnd.mapbox-vector-tile')
    .header('cache-control', 'private, max-age=0, must-revalidate')
    .header('vary', 'accept-encoding')
    .header('etag', tile.etag)
  if (request.headers['if-none-match'] === tile.etag) return reply.code(304).send()
  const zips = tile.zipped !== tile.raw && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (zips) reply.header('content-encoding', 'gzip')
  return reply.send(zips ? tile.zipped : tile.raw)
}
