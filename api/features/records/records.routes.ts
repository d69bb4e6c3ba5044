import type { FastifyPluginAsync } from 'fastify'
import type { z } from 'zod'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { alreadyExists, notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import type { recordEndpoints } from '#contract/records'
import { isUniqueViolation } from '#db/unique-violation'
import { readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { createRecord, lockKnown, patchRecord } from './edit-record.ts'
import { KINDS, type Kind } from './kinds.repository.ts'
import { tieExists } from './record-problems.ts'
import type { Fields } from './record-write.ts'
import { findRecord, listRecords } from './records.repository.ts'
import { setRecordArchived } from './records.write.repository.ts'

/** The endpoints of any kind: what they carry is checked by the contract of each. */
type Endpoints = ReturnType<
  typeof recordEndpoints<z.ZodRawShape, z.ZodType, z.ZodType<Fields & { id: string }>>
>

/** What the database refused although nobody had seen it: somebody else's id, or a tie that the writer does not see. */
const taken = (kind: Kind, id: string) =>
  kind.name === 'tie' ? tieExists(null) : alreadyExists(kind.name, id)

export const recordsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const known = async (caller: Caller, kind: Kind, id: string) => {
    const record = await readWorkspace(database, caller, (tx) => findRecord(tx, caller, kind, id))
    if (!record) throw notFound(kind.name, id)
    return record
  }

  for (const kind of Object.values(KINDS)) {
    const endpoints = kind.endpoints as unknown as Endpoints
    const write = async (
      caller: Caller,
      id: string,
      work: (transaction: WorkspaceTransaction) => Promise<unknown>,
    ) => {
      const once = () => withWorkspace(database, { ...caller, cause: 'edit' }, work)
      // What somebody else wrote at the same moment is there the second time.
      const { seq } = await once().catch((error) => {
        if (!isUniqueViolation(error)) throw error
        return once().catch((again) => {
          throw isUniqueViolation(again) ? taken(kind, id) : again
        })
      })
      return { record: await known(caller, kind, id), seq }
    }
    const archive =
      (archived: boolean) =>
      ({ params: { id }, caller }: { params: { id: string }; caller: Caller }) =>
        write(caller, id, async (transaction) =>
          setRecordArchived(transaction, kind, id, await lockKnown(transaction, kind, id), archived, now()),
        )

    serve(app, endpoints.list, 'cooperation:read', ({ query, caller }) =>
      readWorkspace(database, caller, (tx) => listRecords(tx, caller, kind, query.archived ?? false)),
    )
    serve(app, endpoints.get, 'cooperation:read', ({ params, caller }) => known(caller, kind, params.id))
    serve(app, endpoints.create, kind.may.write, ({ body, caller }) =>
      write(caller, body.id, (transaction) => createRecord(transaction, kind, body, now())),
    )
    serve(app, endpoints.update, kind.may.write, ({ params, body, caller }) =>
      write(caller, params.id, (transaction) => patchRecord(transaction, kind, params.id, body, now())),
    )
    serve(app, endpoints.archive, kind.may.archive, archive(true))
    serve(app, endpoints.restore, kind.may.archive, archive(false))
  }
}
