import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound, staleWrite } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { type Territory, territoryEndpoints } from '#contract/territories'
import type { Queries } from '#db/client'
import { readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import {
  backdropOf,
  findTerritory,
  insertTerritory,
  listTerritories,
  lockTerritory,
  outlineOf,
  updateTerritory,
} from './territories.repository.ts'

export const territoriesRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const read = <T>(caller: Caller, work: (tx: Queries) => Promise<T>) => readWorkspace(database, caller, work)

  const known = async (caller: Caller, id: string): Promise<Territory> => {
    const territory = await read(caller, (tx) => findTerritory(tx, caller, id))
    if (!territory) throw notFound('territory', id)
    return territory
  }

  const write = async (
    caller: Caller,
    id: string,
    work: (transaction: WorkspaceTransaction) => Promise<unknown>,
  ) => {
    await withWorkspace(database, { ...caller, cause: 'edit' }, work)
    return known(caller, id)
  }

  const locked = async ({ tx, workspaceId }: WorkspaceTransaction, id: string) => {
    const row = await lockTerritory(tx, { workspaceId, id })
    if (!row) throw notFound('territory', id)
    return row
  }

  serve(app, territoryEndpoints.list, 'territory:read', ({ caller }) =>
    read(caller, (tx) => listTerritories(tx, caller)),
  )
  serve(app, territoryEndpoints.get, 'territory:read', ({ params, caller }) => known(caller, params.id))

  serve(app, territoryEndpoints.create, 'territory:write', ({ body: { id, ...fields }, caller }) =>
    write(caller, id, async ({ tx, workspaceId, record }) => {
      await insertTerritory(tx, { workspaceId, id }, fields)
      record({ verb: 'created', entity: 'territory', entityId: id, version: 1, after: fields })
    }),
  )

  serve(app, territoryEndpoints.update, 'territory:write', ({ params: { id }, body, caller }) =>
    write(caller, id, async (transaction) => {
      const { version } = await locked(transaction, id)
      if (version !== body.version) {
        const territory = await known(caller, id)
        const clashes = Object.entries(body.set).map(([field, yours]) => [
          field,
          { yours, theirs: territory[field as keyof Territory] },
        ])
        throw staleWrite(Object.fromEntries(clashes))
      }
      const set = body.set as Parameters<typeof updateTerritory>[2]
      await updateTerritory(
        transaction.tx,
        { workspaceId: caller.workspaceId, id },
        { ...set, version: version + 1 },
      )
      transaction.record({
        verb: 'updated',
        entity: 'territory',
        entityId: id,
        version: version + 1,
        after: body.set,
      })
    }),
  )

  serve(app, territoryEndpoints.archive, 'territory:write', ({ params: { id }, caller }) =>
    write(caller, id, async (transaction) => {
      const version = (await locked(transaction, id)).version + 1
      const archivedAt = now().toISOString()
      await updateTerritory(transaction.tx, { workspaceId: caller.workspaceId, id }, { version, archivedAt })
      transaction.record({ verb: 'archived', entity: 'territory', entityId: id, version })
    }),
  )

  serve(app, territoryEndpoints.outline, 'territory:read', async ({ params, caller }) => {
    const { id } = await known(caller, params.id)
    return { area: await read(caller, (tx) => outlineOf(tx, caller.workspaceId, id)) }
  })
  serve(app, territoryEndpoints.backdrop, 'territory:read', async ({ params, caller }) => {
    const { id } = await known(caller, params.id)
    return read(caller, (tx) => backdropOf(tx, caller.workspaceId, id))
  })
}
