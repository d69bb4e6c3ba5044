import closeWithGrace from 'close-with-grace'
import { buildInterface, serveInterface } from '#api/http/interface'
import { siteOf } from '#api/http/site'
import { alone } from '#db/alone'
import { openDatabase } from '#db/client'
import { grantRoles } from '#db/grants'
import { keepTidy } from '#db/maintenance'
import { migrate } from '#db/migrate'
import { everyWorkspace } from '#db/workspace'
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
  const { keepRetention } = await import('#api/features/privacy/keep-retention')
  const { firstWords } = await import('#api/features/accounts/first-words')

  const database = await opening
  const { databaseUrl, databaseAdminUrl } = config
  if (databaseUrl && databaseAdminUrl && databaseAdminUrl !== databaseUrl) {
    const admin = await openDatabase({ url: databaseAdminUrl })
    try {
      await migrate(admin)
      await grantRoles(admin, databaseUrl)
    } finally {
      await admin.close()
    }
  } else await migrate(database)
  await alone(database, async () => {
    await seedNomenclature(database)
    await seedReferenceZones(database)
    if (config.demo) await seedDemo(database, now().toISOString().slice(0, 10))
  })

  await everyWorkspace(database, 'seed', ({ tx }) => renewOpenDates(tx, now()))
  const stopTidying = keepTidy(database)
  const stopRetention = keepRetention({ database, now })

  const app = await buildApp({
    database,
    now,
    dataDir: config.dataDir,
    publicUrl: config.publicUrl,
    demo: config.demo,
    mail: config.mail,
    provider: config.provider,
    geocoderUrl: config.geocoderUrl,
    logLevel: config.logLevel,
  })
  await built
  await serveInterface(app)
  closeWithGrace({ delay: 5_000, logger: false }, async ({ err }) => {
    if (err) console.error(err)
    stopTidying()
    stopRetention()
    await app.close()
    await database.close()
  })
  const welcome = await alone(database, () => firstWords(database, { demo: config.demo, now: now() }))
  await app.listen({ port: config.port, host: config.host })
  const site = siteOf(app, config.publicUrl)
  console.log([`Maillage → ${site}`, ...welcome(site)].join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
