import { randomInt } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import { offersOf } from '#api/domain/estimate-offers'
import { PUBLISHED_RATES } from '#api/domain/published-rates'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { alreadyExists, notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { estimateEndpoints } from '#contract/estimates'
import { remembered } from '#db/remembered'
import { isUniqueViolation } from '#db/unique-violation'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { estimateHasEnded } from './estimate-problems.ts'
import { estimateQueue } from './estimate-queue.ts'
import { endRun, findRun, listRuns } from './estimates.repository.ts'
import { importedFigures } from './offers.ts'
import { startEstimate } from './start-estimate.ts'

const SEEDS = 2 ** 31

export const estimatesRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const log = (error: unknown, message: string) => app.log.error({ err: error }, message)
  const queue = estimateQueue({ database, now, log })
  app.addHook('preClose', () => queue.close())
  await queue.recover()

  const known = async (caller: Caller, id: string) => {
    const { workspaceId } = caller
    const run = await readWorkspace(database, caller, (tx) => findRun(tx, { workspaceId, id }, now()))
    if (!run) throw notFound('estimate', id)
    return run
  }

  serve(app, estimateEndpoints.offers, 'figure:read', ({ query: { territory }, caller }) =>
    remembered(database, caller, now(), `estimate offers ${territory ?? ''}`, async (tx) =>
      offersOf(await importedFigures(tx, { workspaceId: caller.workspaceId, territory })),
    ),
  )
  serve(app, estimateEndpoints.rates, 'figure:read', async () => [...PUBLISHED_RATES])
  serve(app, estimateEndpoints.list, 'figure:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listRuns(tx, caller.workspaceId, query, now())),
  )
  serve(app, estimateEndpoints.get, 'figure:read', ({ params, caller }) => known(caller, params.id))
  serve(app, estimateEndpoints.start, 'estimate:run', async ({ body, caller }) => {
    const chance = { now: now(), seed: body.seed ?? randomInt(SEEDS) }
    const { result } = await withWorkspace(database, { ...caller, cause: 'edit' }, ({ tx }) =>
      startEstimate(tx, caller, body, chance),
    ).catch((error) => {
      throw isUniqueViolation(error) ? alreadyExists('estimate', body.id) : error
    })
    queue.enqueue(result)
    return known(caller, body.id)
  })
  serve(app, estimateEndpoints.cancel, 'estimate:run', async ({ params: { id }, caller }) => {
    const { state } = await known(caller, id)
    const key = { workspaceId: caller.workspaceId, id }
    const { result: isEnded } = await withWorkspace(database, { ...caller, cause: 'edit' }, ({ tx }) =>
      endRun(tx, key, { state: 'cancelled' }, now()),
    )
    if (!isEnded) throw estimateHasEnded(state)
    queue.stop(id)
    return known(caller, id)
  })
}
