import type { FastifyPluginAsync } from 'fastify'
import { v7 as newId } from 'uuid'
import { findAccount } from '#api/features/accounts/accounts.repository'
import { noteEvent } from '#api/features/accounts/events.repository'
import { endVisits } from '#api/features/accounts/sessions.repository'
import { type Caller, mayCall } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { notFound } from '#api/http/problems'
import { newSecret } from '#api/http/secret'
import { serve } from '#api/http/serve'
import { memberEndpoints, type Workspace } from '#contract/members'
import { DEFAULT_WORKSPACE, withAccounts } from '#db/workspace'
import { insertMember } from './members.repository.ts'
import { notOperator } from './members-problems.ts'
import { copyNomenclature, findWorkspace, insertWorkspace, updateWorkspace } from './workspaces.repository.ts'

/** Whoever has the public link hands it out: it is for those who may change it. */
const shownTo = (caller: Caller, workspace: Workspace | undefined): Workspace => {
  if (!workspace) throw notFound('workspace', caller.workspaceId)
  return mayCall(caller, 'workspace:write') ? workspace : { ...workspace, publicLink: null }
}

export const workspacesRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, memberEndpoints.workspace, 'workspace:read', async ({ caller }) =>
    shownTo(caller, await withAccounts(database, (tx) => findWorkspace(tx, caller.workspaceId))),
  )

  serve(app, memberEndpoints.updateWorkspace, 'workspace:write', async ({ body, caller }) => {
    const { workspaceId, accountId } = caller
    const { publicLink, ...fields } = body
    const set = {
      ...fields,
      ...(publicLink !== undefined && { publicLink: publicLink ? newSecret() : null }),
    }
    const workspace = await withAccounts(database, async (tx) => {
      if (Object.keys(set).length > 0) await updateWorkspace(tx, workspaceId, set)
      const kind = publicLink === undefined ? 'workspace_changed' : 'public_link_changed'
      const detail = { fields: Object.keys(body).join() }
      await noteEvent(tx, { kind, workspaceId, accountId, detail }, now())
      if (publicLink !== undefined) await endVisits(tx, workspaceId)
      return findWorkspace(tx, workspaceId)
    })
    forgetIdentities(database)
    return shownTo(caller, workspace)
  })

  serve(app, memberEndpoints.createWorkspace, 'account:own', async ({ body, caller }) => {
    const { accountId, sessionId } = caller
    return withAccounts(database, async (tx) => {
      const account = accountId === null || sessionId === null ? undefined : await findAccount(tx, accountId)
      if (!account?.operator) throw notOperator()
      const id = newId()
      await insertWorkspace(tx, { id, ...body }, now())
      await copyNomenclature(tx, DEFAULT_WORKSPACE, id)
      const limits = { territories: [], families: [] }
      await insertMember(tx, { workspaceId: id, accountId: account.id, role: 'administrator', limits }, now())
      await noteEvent(tx, { kind: 'workspace_created', workspaceId: id, accountId: account.id }, now())
      return { id }
    })
  })
}
