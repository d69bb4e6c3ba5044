import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { sharingEndpoints } from '#contract/sharing'
import { isUniqueViolation } from '#db/unique-violation'
import { readShared, readWorkspace, withWorkspace } from '#db/workspace'
import { findOffered, findTaken, listOffered } from './shared.repository.ts'
import { alreadyTaken } from './sharing-problems.ts'
import { originOf, takeActor } from './take-actor.ts'

export const sharingRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const takenBy = (caller: Caller, offered: { workspaceId: string; id: string }[]) =>
    readWorkspace(database, caller, (tx) => findTaken(tx, caller.workspaceId, offered.map(originOf)))

  const copyOf = (
    taken: Map<string, string>,
    offered: { workspaceId: string; id: string },
  ): string | null => {
    const { source, sourceId } = originOf(offered)
    return taken.get(`${source} ${sourceId}`) ?? null
  }

  serve(app, sharingEndpoints.list, 'shared:read', async ({ query, caller }) => {
    const { items, total } = await readShared(database, (tx) => listOffered(tx, caller.workspaceId, query))
    const taken = await takenBy(caller, items)
    return { items: items.map((item) => ({ ...item, takenAs: copyOf(taken, item) })), total }
  })

  serve(app, sharingEndpoints.take, 'shared:take', async ({ body, caller }) => {
    const offered = await readShared(database, (tx) => findOffered(tx, caller.workspaceId, body))
    if (!offered) throw notFound('actor', body.id)
    try {
      const { result: actorId, seq } = await withWorkspace(
        database,
        { ...caller, cause: 'edit' },
        (transaction) => takeActor(transaction, body, offered, now()),
      )
      return { actorId, seq }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw alreadyTaken(copyOf(await takenBy(caller, [body]), body))
    }
  })
}
