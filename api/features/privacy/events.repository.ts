import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import type { SecurityEvent } from '#contract/privacy'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

/** What concerned the security of a workspace, latest first. */
export const listEvents = (
  tx: Queries,
  workspaceId: string,
  limit: number,
): Promise<z.infer<typeof SecurityEvent>[]> =>
  rowsOf(
    tx,
    sql`SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.kind, e.detail,
        coalesce(${nameOfAuthor(sql`e.account_id::text`)}, 'anonymous') AS author
      FROM security_events e WHERE e.workspace_id = ${workspaceId}::uuid ORDER BY e.at DESC, e.id DESC LIMIT ${limit}::int`,
  )
