import type { FastifyPluginAsync } from 'fastify'
import { laterEnd, roundEnd } from '#api/domain/rounds'
import { type Caller, mayCall } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { alreadyExists, forbidden, notFound, ProblemError } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { observationEndpoints, type Round } from '#contract/observations'
import { isUniqueViolation } from '#db/unique-violation'
import { readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { findAuthor, listObservations, listZoneReadings } from './observations.repository.ts'
import { deleteObservation, withdrawOwn } from './observations.write.repository.ts'
import { roundIsRevealed, roundWasExtended } from './observations-problems.ts'
import { putObservation } from './put-observation.ts'
import { findRound, holdRound, insertRound, listRounds, updateRound } from './rounds.repository.ts'

export const observationsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  const today = () => now().toISOString().slice(0, 10)
  const write = async <T>(caller: Caller, work: (transaction: WorkspaceTransaction) => Promise<T>) =>
    (await withWorkspace(database, { ...caller, cause: 'edit' }, work)).result

  serve(app, observationEndpoints.rounds, 'observation:read', ({ caller }) =>
    readWorkspace(database, caller, (tx) => listRounds(tx, caller), 'once'),
  )

  serve(app, observationEndpoints.open, 'observation:reveal', async ({ body, caller }) => {
    const at = now()
    const round = { ...body, workspaceId: caller.workspaceId, openedAt: at.toISOString() }
    try {
      await write(caller, ({ tx }) => insertRound(tx, { ...round, expiresOn: roundEnd(at) }))
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
    const found = await readWorkspace(database, caller, (tx) => findRound(tx, caller, body.id))
    if (found?.question !== body.question) throw alreadyExists('round', body.id)
    return found
  })

  /** Changes a round that nobody else changes meanwhile. */
  const change = (
    caller: Caller,
    id: string,
    decide: (held: NonNullable<Awaited<ReturnType<typeof holdRound>>>) => Parameters<typeof updateRound>[3],
  ): Promise<Round> =>
    write(caller, async ({ tx }) => {
      const held = await holdRound(tx, caller, id, 'update')
      if (!held) throw notFound('round', id)
      await updateRound(tx, caller, id, decide(held))
      return (await findRound(tx, caller, id))!
    })

  serve(app, observationEndpoints.reveal, 'observation:reveal', ({ params: { id }, caller }) =>
    change(caller, id, ({ revealedAt, extended }) => {
      if (revealedAt) throw roundIsRevealed(id)
      return { revealedAt: now().toISOString(), expiresOn: roundEnd(now(), extended) }
    }),
  )

  serve(app, observationEndpoints.extend, 'observation:reveal', ({ params: { id }, caller }) =>
    change(caller, id, ({ extended, expiresOn }) => {
      if (extended) throw roundWasExtended(id)
      return { extended: true, expiresOn: laterEnd(expiresOn) }
    }),
  )

  serve(app, observationEndpoints.put, 'observation:put', async ({ body, caller }) => {
    const { accountId } = caller
    if (!accountId) throw forbidden('observation:put')
    const answer = { id: body.id, roundId: body.roundId }
    try {
      const expiresOn = await write(caller, (transaction) =>
        putObservation(transaction, body, accountId, now()),
      )
      return { ...answer, expiresOn }
    } catch (error) {
      const isTooLate = error instanceof ProblemError && error.problem.code === 'round_is_revealed'
      if (!isTooLate && !isUniqueViolation(error)) throw error
      // Sent twice: the first one is there, whether or not anybody can read it.
      const { round, kept } = await readWorkspace(database, caller, async (tx) => ({
        round: await findRound(tx, caller, body.roundId),
        kept: await findAuthor(tx, caller, body.id),
      }))
      const isOwn = kept?.accountId === accountId && kept.roundId === body.roundId
      if (!round || (isTooLate && !isOwn)) throw error
      return { ...answer, expiresOn: round.expiresOn }
    }
  })

  serve(app, observationEndpoints.withdraw, 'observation:put', ({ params: { id }, caller }) =>
    write(caller, async ({ tx }) => {
      if (caller.accountId && (await withdrawOwn(tx, caller, id, caller.accountId))) return { id }
      if (!(await findAuthor(tx, caller, id))) throw notFound('observation', id)
      if (!mayCall(caller, 'observation:reveal')) throw forbidden('observation:reveal')
      await deleteObservation(tx, caller, id)
      return { id }
    }),
  )

  serve(app, observationEndpoints.list, 'observation:read', ({ query: { round, expired }, caller }) =>
    readWorkspace(
      database,
      caller,
      (tx) => listObservations(tx, caller, { round, expired: expired ?? false, today: today() }),
      'once',
    ),
  )

  serve(app, observationEndpoints.zones, 'observation:read', ({ query, caller }) =>
    readWorkspace(
      database,
      caller,
      (tx) => listZoneReadings(tx, caller, { ...query, today: today() }),
      'once',
    ),
  )
}
