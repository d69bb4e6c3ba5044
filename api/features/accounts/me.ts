import { SECOND_FACTOR_ROLES } from '#api/domain/permissions'
import { hasMembers, listMemberships } from '#api/features/members/members.repository'
import { findWorkspace } from '#api/features/members/workspaces.repository'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import type { Me } from '#contract/accounts'
import type { Role } from '#contract/roles'
import type { Queries } from '#db/client'
import { findAccount } from './accounts.repository.ts'
import { DEMO_IDS } from './demo-accounts.ts'
import { findSessionById } from './sessions.repository.ts'

/** Whether nobody has an account yet. Those of the demo do not count, and in the demo it is never so. */
export const isEmpty = async (tx: Queries, { demo }: Pick<Deps, 'demo'>): Promise<boolean> =>
  !demo && !(await hasMembers(tx, DEMO_IDS))

/** Whether an account must show a passkey: it has one, and a role somewhere that asks for it. */
export const needsPasskey = (passkeys: number, memberships: readonly { role: Role }[]): boolean =>
  passkeys > 0 && memberships.some(({ role }) => SECOND_FACTOR_ROLES.includes(role))

/** What the interface knows of whoever asks, and of what the sign-in page may offer. */
export async function readMe(tx: Queries, deps: Deps, caller: Caller): Promise<Me> {
  const { accountId, sessionId, role, audience, limits } = caller
  const account = accountId === null ? undefined : await findAccount(tx, accountId)
  const session = sessionId === null ? undefined : await findSessionById(tx, sessionId)
  const memberships = account ? await listMemberships(tx, account.id) : []
  const workspace = role === null ? undefined : await findWorkspace(tx, caller.workspaceId)
  const pending = session?.awaitsPasskey ?? false
  const keyed = sessionId !== null && needsPasskey(account?.passkeys ?? 0, memberships)
  return {
    account: account
      ? {
          id: account.id,
          name: account.name,
          email: account.email,
          operator: account.operator,
          hasPassword: account.passwordHash !== null,
          passkeys: account.passkeys,
        }
      : null,
    workspace: workspace ? { id: workspace.id, name: workspace.name, kind: workspace.kind } : null,
    role,
    audience,
    limits,
    workspaces: pending ? [] : memberships.map(({ id, name, role }) => ({ id, name, role })),
    secondFactor: pending ? 'pending' : keyed ? 'done' : 'none',
    mayResetPassword: !pending && isAhead(session?.resetUntil, deps.now()),
    server: {
      demo: deps.demo ?? false,
      empty: await isEmpty(tx, deps),
      links: deps.mail !== undefined,
      provider: deps.provider?.name ?? null,
    },
  }
}

/** Whether an instant that may be missing is still to come. */
export const isAhead = (instant: string | null | undefined, now: Date): boolean =>
  instant ? new Date(instant) > now : false
