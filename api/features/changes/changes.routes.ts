import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { changeEndpoints } from '#contract/changes'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { listChanges } from './changes.repository.ts'
import { putFieldBack } from './put-back.ts'
import { undoChange } from './undo-change.ts'

export const changesRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, changeEndpoints.list, 'change:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listChanges(tx, caller, query.entityId, query.limit)),
  )

  serve(app, changeEndpoints.undo, 'change:undo', async ({ params, caller }) => {
    const { result, seq } = await withWorkspace(database, { ...caller, cause: 'undo' }, (transaction) =>
      undoChange(transaction, caller, params.seq, now()),
    )
    return { seq: seq ?? params.seq, undone: result }
  })

  serve(app, changeEndpoints.putBack, 'change:undo', async ({ params, caller }) => {
    const { seq } = await withWorkspace(database, { ...caller, cause: 'undo' }, (transaction) =>
      putFieldBack(transaction, caller, params.id, now()),
    )
    return { seq }
  })
}
