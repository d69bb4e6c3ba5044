import { type Action, actionsOf } from '#api/domain/permissions'
import type { Role } from '#contract/roles'

/** What a token may be restricted to. */
export const SCOPES = ['read', 'import', 'all'] as const
export type Scope = (typeof SCOPES)[number]

const READS = (action: Action) => /:(read|export)$/.test(action)

/** The actions that a scope stands for, among those of a role; null restricts to nothing. */
export const actionsIn = (scope: Scope, role: Role): Action[] | null =>
  scope === 'all'
    ? null
    : actionsOf(role).filter((action) => READS(action) || (scope === 'import' && action === 'import:run'))

/** Whether a role has more to give in a scope than in reading. */
export const isOffered = (scope: Scope, role: Role): boolean =>
  scope !== 'import' || actionsOf(role).includes('import:run')

/** Which scope a token was made with, as far as its actions tell; `other` when they were chosen one by one. */
export function scopeOf(actions: readonly string[] | null): Scope | 'other' {
  if (actions === null) return 'all'
  const writes = actions.filter((action) => !READS(action as Action))
  if (writes.length === 0) return 'read'
  return writes.join() === 'import:run' ? 'import' : 'other'
}
