import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { type Cage, whoMay } from './canaries.ts'
import { rowsAsOperator } from './database.ts'
import { estimating } from './estimates.ts'
import type { App } from './sweep.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite } from './sweep-write.ts'

const KEY = { source: 'cnaf', period: '2024-12', level: 'iris', vintage: '2023', figure: 'rsa_households' }
const SOURCES = JSON.stringify({ claimants: KEY, povertyRate: KEY, households: null, tenures: null })

/** A run that no server works on, in a state. */
async function runIn(app: App, workspaceId: string, state: string, name = 'Essai'): Promise<string> {
  const id = newId()
  await rowsAsOperator(
    app.database,
    sql`INSERT INTO estimate_runs (workspace_id, id, name, benefit, level, state, sources, assumptions, parameters, seed, hash,
        inputs, blind_spots, counts, author, beat_at)
      VALUES (${workspaceId}::uuid, ${id}::uuid, ${name}, 'rsa', 'iris', ${state}, ${SOURCES}::text::jsonb, '[]',
        '{"rates":{"owner":0.6,"social":0.2,"private":0.3},"poverty":{"owner":0,"social":0,"private":0},"effectiveSample":400,
          "cvEligible":0.3,"sdTakeUp":0.1,"draws":0,"threshold":null}',
        1, '', '{}', '[]', '{"zones":0,"estimated":0,"unsaid":{}}', 'seed', now() + interval '1 year')`,
  )
  return id
}

/** What a workspace must have imported for an estimate to begin. */
const withFigures = (app: App, workspaceId: string) =>
  rowsAsOperator(
    app.database,
    sql`INSERT INTO statistics (workspace_id, id, source, period, level, code, vintage, figures)
      VALUES (${workspaceId}::uuid, ${newId()}::uuid, 'cnaf', '2024-12', 'iris', '593500101', '2023', '{"rsa_households":40}'),
        (${workspaceId}::uuid, ${newId()}::uuid, 'filosofi', '2024', 'iris', '593500101', '2023', '{"poverty_rate":20}')
      ON CONFLICT DO NOTHING`,
  )

/** Figures, and a run whose name members may read. */
export const fillEstimates = async (
  app: App,
  make: ReturnType<Cage['make']>,
  workspaceId: string,
): Promise<string[]> => {
  await withFigures(app, workspaceId)
  return [await runIn(app, workspaceId, 'done', make.text('estimate name', whoMay('figure:read')))]
}

/** Waits until no server works on a run: what one writes by itself would be taken for what another did. */
async function untilQuiet(world: World): Promise<void> {
  const { call } = world.administrator
  const { ended } = estimating({ call })
  const runs = await (await world.administrator.fetch('/api/estimates')).json()
  for (const { id, state, author } of runs.items)
    if (author !== 'seed' && ['queued', 'running'].includes(state)) await ended(id)
}

export const ESTIMATE_WRITES: Record<string, MakeWrite> = {
  'POST /api/estimates': async (world, app) => {
    await withFigures(app, world.workspaceId)
    return {
      body: { id: newId(), name: 'Essai', parameters: { draws: 1 } },
      touches: ['estimate_runs.*'],
    }
  },
  'POST /api/estimates/{id}/cancel': async (world, app) => {
    await untilQuiet(world)
    return {
      values: { id: await runIn(app, world.workspaceId, 'queued') },
      touches: ['estimate_runs.state', 'estimate_runs.ended_at'],
    }
  },
}
