import { sql } from 'drizzle-orm'
import type { Change } from '#contract/changes'
import { type Database, type Queries, rowsOf } from '#db/client'

const COLUMNS = sql`id, seq::int AS seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  author, cause, verb, entity, entity_id AS "entityId", field, before, after`

/** The history of one thing, latest first. */
export const listChanges = (
  database: Database,
  workspaceId: string,
  entityId: string,
  limit: number,
): Promise<Change[]> =>
  rowsOf(
    database,
    sql`SELECT ${COLUMNS} FROM changes WHERE workspace_id = ${workspaceId}::uuid AND entity_id = ${entityId}::uuid
      ORDER BY seq DESC, id DESC LIMIT ${limit}::int`,
  )

/** Everything that one transaction wrote, latest first. */
export const changesOf = (tx: Queries, workspaceId: string, seq: number): Promise<Change[]> =>
  tx.execute<Change>(
    sql`SELECT ${COLUMNS} FROM changes WHERE workspace_id = ${workspaceId}::uuid AND seq = ${seq}::bigint ORDER BY id DESC`,
  )
