import type { FastifyPluginAsync } from 'fastify'
import { partOf, traitsOf } from '#api/domain/resemblance'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { type Resemblance, resemblanceEndpoints } from '#contract/resemblances'
import { readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { decide, reopen } from './decide-resemblance.ts'
import { findResemblances } from './find-resemblances.repository.ts'
import { findPair, listPairs, type StoredPair } from './resemblances.repository.ts'

/** A pair with the side that seems to be a part, where one does and nobody has said. */
function toResemblance(pair: StoredPair): Resemblance {
  const [one, other] = pair.actors
  const isAsked = pair.verdict === null || pair.verdict === 'unsure'
  const likely = isAsked ? partOf(traitsOf(one), traitsOf(other)) : null
  return { ...pair, part: pair.part ?? likely }
}

export const resemblancesRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const known = async (caller: Caller, id: string): Promise<Resemblance> => {
    const pair = await readWorkspace(database, caller, (tx) => findPair(tx, caller, id))
    if (!pair) throw notFound('resemblance', id)
    return toResemblance(pair)
  }
  const write = async (
    caller: Caller,
    id: string,
    cause: 'edit' | 'undo',
    work: (transaction: WorkspaceTransaction) => Promise<void>,
  ) => {
    await withWorkspace(database, { ...caller, cause }, work)
    return known(caller, id)
  }

  serve(app, resemblanceEndpoints.list, 'resemblance:read', async ({ query, caller }) => {
    const { items, total } = await readWorkspace(database, caller, (tx) => listPairs(tx, caller, query))
    return { items: items.map(toResemblance), total }
  })
  serve(app, resemblanceEndpoints.find, 'resemblance:decide', async ({ body, caller }) => ({
    found: await findResemblances(
      database,
      caller.workspaceId,
      body.actor ? { actors: [body.actor] } : 'all',
      now(),
    ),
  }))
  serve(app, resemblanceEndpoints.decide, 'resemblance:decide', ({ params: { id }, body, caller }) =>
    write(caller, id, 'edit', (transaction) => decide(transaction, id, body, now())),
  )
  serve(app, resemblanceEndpoints.reopen, 'resemblance:decide', ({ params: { id }, caller }) =>
    write(caller, id, 'undo', (transaction) => reopen(transaction, id, now())),
  )
}
