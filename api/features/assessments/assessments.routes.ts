import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { alreadyExists, notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { assessmentEndpoints } from '#contract/assessments'
import type { Queries } from '#db/client'
import { isUniqueViolation } from '#db/unique-violation'
import { readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { assess, contentOf, discuss, isSame, isSameDiscussion } from './assess.ts'
import {
  findAssessment,
  findDiscussion,
  listAssessors,
  listDiscussions,
  listMarks,
  listOfActor,
} from './assessments.repository.ts'
import { isKnownActor } from './references.repository.ts'

export const assessmentsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const read = <T>(caller: Caller, work: (tx: Queries) => Promise<T>) => readWorkspace(database, caller, work)

  /** What is sent twice is written once: what was there before is told, where it is the same. */
  const add = async <T>(
    caller: Caller,
    write: (transaction: WorkspaceTransaction) => Promise<void>,
    find: (tx: Queries) => Promise<T | undefined>,
    isKnown: (found: T) => boolean,
    exists: () => Error,
  ): Promise<T> => {
    const isWritten = await withWorkspace(database, { ...caller, cause: 'edit' }, write).then(
      () => true,
      (error) => {
        if (isUniqueViolation(error)) return false
        throw error
      },
    )
    const found = await read(caller, find)
    if (!found || !(isWritten || isKnown(found))) throw exists()
    return found
  }

  serve(app, assessmentEndpoints.list, 'cooperation:read', ({ caller }) =>
    read(caller, async (tx) => {
      const items = await listMarks(tx, caller)
      return {
        items,
        assessors: await listAssessors(tx, caller, items),
        discussions: await listDiscussions(tx, caller),
      }
    }),
  )

  serve(app, assessmentEndpoints.ofActor, 'cooperation:read', ({ params, caller }) =>
    read(caller, async (tx) => {
      if (!(await isKnownActor(tx, caller, params.id))) throw notFound('actor', params.id)
      return listOfActor(tx, caller, params.id)
    }),
  )

  serve(app, assessmentEndpoints.add, 'cooperation:assess', async ({ body, caller }) => {
    const content = contentOf(body, caller.accountId)
    const {
      seq,
      named: _,
      ...assessment
    } = await add(
      caller,
      (transaction) => assess(transaction, content, now()),
      (tx) => findAssessment(tx, caller, body.id),
      (found) => isSame(content, found),
      () => alreadyExists('assessment', body.id),
    )
    return { assessment, seq }
  })

  serve(app, assessmentEndpoints.discuss, 'cooperation:assess', ({ body, caller }) =>
    add(
      caller,
      (transaction) => discuss(transaction, body, now()),
      (tx) => findDiscussion(tx, caller, body.id),
      (found) => isSameDiscussion(body, found),
      () => alreadyExists('discussion', body.id),
    ),
  )
}
