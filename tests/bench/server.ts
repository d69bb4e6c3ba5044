import { buildApp } from '#api/app'
import { openDatabase } from '#db/client'

/** The application as it is served, on the database of the bench; prints its address. Arguments: url, cache bytes. */
const [url, tileCacheBytes] = process.argv.slice(2)
const database = await openDatabase({ url: url! })
const app = await buildApp({
  database,
  now: () => new Date(),
  dataDir: '.data/bench',
  // Whoever comes is a visitor: what a session costs is measured apart.
  demo: true,
  tileCacheBytes: Number(tileCacheBytes),
})
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
