import { v7 as newId } from 'uuid'
import type { SecurityEventKind } from '#api/domain/security-events'
import type { Queries } from '#db/client'
import { securityEvents } from '#db/schema/members'

export type SecurityEvent = {
  kind: SecurityEventKind
  /** Null or absent for what concerns an account in no workspace. */
  workspaceId?: string | null
  accountId?: string | null
  /** Ids, roles, ways in. Never a name, an address or a content. */
  detail?: Record<string, string | number | boolean | null>
}

/** Notes what concerns security, in the transaction of what it tells. */
export const noteEvent = (
  tx: Queries,
  { kind, workspaceId = null, accountId = null, detail = {} }: SecurityEvent,
  now: Date,
) =>
  tx
    .insert(securityEvents)
    .values({ id: newId(), at: now.toISOString(), kind, workspaceId, accountId, detail })
