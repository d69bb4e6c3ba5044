import type { FastifyPluginAsync } from 'fastify'
import type { ActorSet } from '#api/features/actors/actors.write.repository'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { proposalEndpoints } from '#contract/proposals'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { acceptProposal, refuseProposal } from './decide-proposal.ts'
import { listProposals } from './proposals.repository.ts'
import { propose } from './propose.ts'
import { showProposals } from './show-proposals.ts'
import { countVisitorProposal } from './spare-visitors.ts'

export const proposalsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, proposalEndpoints.list, 'proposal:moderate', ({ query, caller }) =>
    readWorkspace(database, caller, async (tx) => {
      const { items, total } = await listProposals(tx, caller, query)
      return { items: await showProposals(tx, caller, items, now()), total }
    }),
  )

  serve(app, proposalEndpoints.propose, 'proposal:make', async ({ body, caller, request }) => {
    if (caller.accountId === null) await countVisitorProposal(database, caller.workspaceId, request.ip, now())
    await withWorkspace(database, { ...caller, cause: 'proposal' }, (transaction) =>
      propose(transaction, caller, body, now()),
    )
    return { id: body.id }
  })

  serve(app, proposalEndpoints.accept, 'proposal:moderate', async ({ params: { id }, body, caller }) => {
    const { result: actorId, seq } = await withWorkspace(
      database,
      { ...caller, cause: 'proposal' },
      (transaction) => acceptProposal(transaction, id, body.set as ActorSet, now()),
    )
    return { actorId, seq }
  })

  serve(app, proposalEndpoints.refuse, 'proposal:moderate', async ({ params: { id }, body, caller }) => {
    await withWorkspace(database, { ...caller, cause: 'proposal' }, (transaction) =>
      refuseProposal(transaction, id, body.reason, now()),
    )
    return { id }
  })
}
