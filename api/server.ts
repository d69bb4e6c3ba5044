import closeWithGrace from 'close-with-grace'
import { buildInterface, serveInterface } from '#api/http/interface'
import { alone } from '#db/alone'
import { openDatabase } from '#db/client'
import { keepTidy } from '#db/maintenance'
import { migrate } from '#db/migrate'
import { readConfig } from './config.ts'

const now = () => new Date()

try {
  const config = readConfig(process.env)
  const built = buildInterface()
  built.catch(() => {}) // awaited below, once the database is open

  const opening = openDatabase(
    config.databaseUrl ? { url: config.databaseUrl } : { directory: config.dataDir },
  )
  opening.catch(() => {})
  // The database opens in its own thread while the rest of the house is read.
  const { buildApp } = await import('./app.ts')
  const { seedDemo, seedNomenclature, seedReferenceZones } = await import('#seeds/run')
  const { renewOpenDates } = await import('#api/features/actors/actors.hours.repository')

  const database = await opening
  if (config.databaseAdminUrl && config.databaseAdminUrl !== config.databaseUrl) {
    const admin = await openDatabase({ url: config.databaseAdminUrl })
    await migrate(admin).finally(() => admin.close())
  } else await migrate(database)
  await alone(database, async () => {
    await seedNomenclature(database)
    await seedReferenceZones(database)
    if (config.demo) await seedDemo(database, now().toISOString().slice(0, 10))
  })

  await renewOpenDates(database, now())
  const stopTidying = keepTidy(database)

  const app = await buildApp({
    database,
    now,
    dataDir: config.dataDir,
    publicUrl: config.publicUrl,
    logLevel: config.logLevel,
  })
  await built
  await serveInterface(app)
  closeWithGrace({ delay: 5_000, logger: false }, async ({ err }) => {
    if (err) console.error(err)
    stopTidying()
    await app.close()
    await database.close()
  })
  const address = await app.listen({ port: config.port, host: config.host })
  console.log(`Maillage → ${config.publicUrl ?? address}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
