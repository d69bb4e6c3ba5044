import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { rowsAsOperator } from './database.ts'
import { franceServices } from './import-files.ts'
import { importing } from './import-runs.ts'
import { aPairAround } from './resemblances.ts'
import type { App } from './sweep.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite } from './sweep-write.ts'
import { ACTOR, anotherActor, EDIT, unplaced } from './sweep-writes-work.ts'

const dryRun = async (world: World, app: App) =>
  (
    await importing({ ...app, ...world.administrator } as App).run(franceServices([{ id_fs: newId() }]), {
      dryRun: true,
    })
  ).id

const imported = async (world: World, app: App) =>
  (await importing({ ...app, ...world.administrator } as App).run(franceServices([{ id_fs: newId() }]))).id

const newMapping = async (world: World, app: App): Promise<string> => {
  const id = newId()
  await rowsAsOperator(
    app.database,
    sql`INSERT INTO import_mappings (workspace_id, id, name, signature, columns, mapping)
      VALUES (${world.workspaceId}::uuid, ${id}::uuid, 'Liste', ${id}, '{}', '{}')`,
  )
  return id
}

/** What files bring, and what is done with it: pairs are decided, places located. */
export const IMPORT_WRITES: Record<string, MakeWrite> = {
  'POST /api/imports': async () => ({
    query: '?filename=liste.csv&dryRun=true',
    body: franceServices([{ id_fs: newId() }]),
    touches: ['import_runs.*', 'import_rows.*'],
  }),
  'POST /api/imports/{id}/apply': async (world, app) => ({
    values: { id: await dryRun(world, app) },
    touches: [
      'import_runs.state',
      'import_runs.dry_run',
      'import_runs.progress',
      'import_runs.report',
      'import_runs.answers',
      'import_runs.revealed',
      'import_runs.seq',
      'import_runs.beat_at',
      'import_runs.ended_at',
      // The file is read again: its rows are others, or the same anew.
      'import_rows',
      'actors.gone_at',
      ...ACTOR,
    ],
  }),
  'POST /api/imports/{id}/answers': async (world, app) => ({
    values: { id: await dryRun(world, app) },
    body: { answers: { axes: 'as_is' } },
    touches: [
      'import_runs.answers',
      'import_runs.beat_at',
      'import_runs.report',
      'import_runs.ended_at',
      'import_rows.*',
      'import_rows.set',
      'import_rows.entity_id',
    ],
  }),
  'DELETE /api/mappings/{id}': async (world, app) => ({
    values: { id: await newMapping(world, app) },
    touches: ['import_mappings.*'],
  }),
  'POST /api/imports/{id}/undo': async (world, app) => ({
    values: { id: await imported(world, app) },
    touches: [
      'import_runs.state',
      'import_runs.revealed',
      // What follows an import ends after it: how many pairs resemble is said later.
      'import_runs.report',
      'import_rows.*',
      'resemblances.*',
      'actors.gone_at',
      ...ACTOR,
    ],
  }),
  'POST /api/imports/{id}/cancel': async (world, app) => ({
    values: { id: await dryRun(world, app) },
    touches: ['import_runs.state', 'import_runs.ended_at'],
  }),
  'PUT /api/geocoding': async () => ({
    body: { service: false },
    touches: ['workspaces.geocodes', 'security_events.*'],
  }),
  'POST /api/geocoding/locate': async (world, app) => ({
    body: { actorIds: [await unplaced(world, app)] },
    touches: [
      'places.point',
      'places.*',
      'actors.points',
      'actors.partners_points',
      'actors.public_points',
      ...EDIT,
    ],
  }),
  'POST /api/resemblances/find': async () => ({ body: {}, touches: ['resemblances.*'] }),
  'POST /api/resemblances/{id}/decision': async (world) => ({
    values: { id: await aPairAround(world.administrator, await anotherActor(world)) },
    body: { verdict: 'unsure' },
    touches: ['resemblances.verdict', 'resemblances.decided_by', 'resemblances.decided_at'],
  }),
  'POST /api/resemblances/{id}/reopen': async (world) => ({
    values: { id: await aPairAround(world.administrator, await anotherActor(world), 'distinct') },
    touches: ['resemblances.verdict', 'resemblances.decided_by', 'resemblances.decided_at'],
  }),
}
