import { openDatabase } from '#db/client'
import { driverOf } from '#db/driver'
import { migrate } from '#db/migrate'
import { seedNomenclature } from '#seeds/run'
import { benchCalibration } from './calibration.bench.ts'
import { benchCooperation } from './cooperation.bench.ts'
import { generateActors, generateZones } from './dataset.ts'
import { benchDuplicates } from './duplicates.bench.ts'
import { benchEmbedded } from './embedded.bench.ts'
import { benchEstimates } from './estimates.bench.ts'
import { benchExport } from './export.bench.ts'
import { benchGrid } from './grid.bench.ts'
import { benchEmbeddedImport, benchImports } from './imports.bench.ts'
import { benchIsolation } from './isolation.bench.ts'
import { benchKills } from './kills.bench.ts'
import { has } from './load.ts'
import { benchNetwork } from './network.bench.ts'
import { printedReport } from './report.ts'
import { benchSearch } from './search.bench.ts'
import { benchTiles } from './tiles.bench.ts'

/**
 * `BENCH_DATABASE_URL=postgres://… npm run bench`: an empty database of a PostGIS server, which it fills with
 * 200,000 invented actors. Without one, only what is embedded is measured. Claims are ratios within this run.
 * `npm run bench -- imports` (or `network`) measures that part alone; `-- grid` makes 2.3 million cells; `-- kills` kills
 * the application and the database during imports.
 */
const url = process.env.BENCH_DATABASE_URL
const only = process.argv[2]
const missing = ['wrk', 'pgbench', 'psql'].filter((command) => !has(command))

const report = printedReport()
if (url && !missing.length) {
  const database = await openDatabase({ url })
  await migrate(database)
  await seedNomenclature(database)
  await driverOf(database)`SET statement_timeout = 0`
  if (!only || only === 'imports') await benchImports(url, database, report)
  if (!only) {
    await generateActors(database)
    await generateZones(database)
    await benchTiles(url, database, report)
    await benchSearch(database, report)
    await benchIsolation(database, report)
    await benchExport(url, report)
  }
  if (only === 'grid') await benchGrid(database, report)
  if (!only || only === 'duplicates') {
    await generateActors(database)
    await benchDuplicates(database, report)
  }
  await database.close()
} else
  report.note(
    `server: not measured (${url ? `missing: ${missing.join(', ')}` : 'BENCH_DATABASE_URL is not set'})`,
  )
if (!only || only === 'network') benchNetwork(report)
if (!only || only === 'imports') await benchEmbeddedImport(report)
if (!only) await benchEmbedded(report)
if (!only || only === 'cooperation') await benchCooperation(report)
if (only === 'kills') await benchKills(report)
if (!only || only === 'estimates') benchEstimates(report)
if (!only || only === 'calibration') benchCalibration(report)
