import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { alreadyExists, notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { type Actor, actorEndpoints } from '#contract/actors'
import { isUniqueViolation } from '#db/unique-violation'
import { readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { findActor } from './actors.repository.ts'
import { countFacets, findSimilar, listActors } from './actors.search.repository.ts'
import { insertActor, setArchived } from './actors.write.repository.ts'
import { editMany, lockKnown, patchActor } from './edit-actor.ts'

export const actorsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const scope = ({ workspaceId, audience }: Caller) => ({ database, workspaceId, audience, now: now() })

  const known = async (caller: Caller, id: string): Promise<Actor> => {
    const actor = await readWorkspace(database, caller, (tx) => findActor(tx, caller, id, now()))
    if (!actor) throw notFound('actor', id)
    return actor
  }

  const write = async (
    caller: Caller,
    id: string,
    work: (transaction: WorkspaceTransaction) => Promise<unknown>,
  ) => {
    const { seq } = await withWorkspace(database, { ...caller, cause: 'edit' }, work)
    return { actor: await known(caller, id), seq }
  }
  const archive =
    (archived: boolean) =>
    ({ params: { id }, caller }: { params: { id: string }; caller: Caller }) =>
      write(caller, id, async (transaction) =>
        setArchived(transaction, id, await lockKnown(transaction, id), archived, now()),
      )

  serve(app, actorEndpoints.list, 'actor:read', ({ query, caller }) => listActors(scope(caller), query))
  serve(app, actorEndpoints.facets, 'actor:read', ({ query, caller }) => countFacets(scope(caller), query))
  serve(app, actorEndpoints.similar, 'actor:read', ({ query: { name, longitude, latitude }, caller }) =>
    readWorkspace(database, caller, (tx) =>
      findSimilar(
        tx,
        scope(caller),
        name,
        longitude !== undefined && latitude !== undefined ? { longitude, latitude } : null,
      ),
    ),
  )
  serve(app, actorEndpoints.get, 'actor:read', ({ params, caller }) => known(caller, params.id))

  serve(app, actorEndpoints.create, 'actor:write', ({ body, caller }) =>
    write(caller, body.id, (transaction) => insertActor(transaction, body, now())).catch((error) => {
      throw isUniqueViolation(error) ? alreadyExists('actor', body.id) : error
    }),
  )
  serve(app, actorEndpoints.update, 'actor:write', ({ params, body, caller }) =>
    write(caller, params.id, (transaction) => patchActor(transaction, params.id, body, now())),
  )
  serve(app, actorEndpoints.archive, 'actor:archive', archive(true))
  serve(app, actorEndpoints.restore, 'actor:archive', archive(false))
  serve(app, actorEndpoints.bulk, 'actor:bulk', async ({ body, caller }) => {
    const { result, seq } = await withWorkspace(database, { ...caller, cause: 'bulk' }, (transaction) =>
      editMany(transaction, body, now()),
    )
    return { changed: result, seq }
  })
}
