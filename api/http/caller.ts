import { NIL } from 'uuid'
import { type Action, AUDIENCE_OF, can } from '#api/domain/permissions'
import type { Limits } from '#contract/members'
import type { Audience, Role } from '#contract/roles'

/** Who asks: what a handler needs to know of the request beside its input. */
export type Caller = {
  /** In the open workspace; null for who has no session, or none that is complete. */
  role: Role | null
  /** What they may read. */
  audience: Audience
  /** Where and on what they may write; empty lists restrict nothing. */
  limits: Limits
  workspaceId: string
  /** Null for a visitor. */
  accountId: string | null
  /** Who the history says wrote: the account's id, or the role where there is no account. */
  author: string
  /** Null for a program with a token. */
  sessionId: string | null
  /** What a program's token is restricted to; null: to nothing. */
  actions: readonly string[] | null
}

export const ANONYMOUS: Caller = {
  role: null,
  audience: 'public',
  limits: { territories: [], families: [] },
  // No row of any table is of this workspace.
  workspaceId: NIL,
  accountId: null,
  author: 'anonymous',
  sessionId: null,
  actions: null,
}

/** The caller that a role makes; everything else as an anonymous one unless said. */
export const callerOf = (role: Role, more: Partial<Caller>): Caller => ({
  ...ANONYMOUS,
  author: role,
  ...more,
  role,
  audience: AUDIENCE_OF[role],
})

export const mayCall = ({ role, actions }: Caller, action: Action): boolean =>
  can(role, action) && (actions === null || actions.includes(action))

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
}
