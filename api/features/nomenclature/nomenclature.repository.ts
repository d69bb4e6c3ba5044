import { sql } from 'drizzle-orm'
import type { ActorType } from '#contract/nomenclature'
import { type Database, rowsOf } from '#db/client'

export const listTypes = (database: Database, workspaceId: string): Promise<ActorType[]> =>
  rowsOf(
    database,
    sql`SELECT id, family, jsonb_build_object('fr', label_fr, 'en', label_en) AS labels, aliases,
      data_inclusion AS "dataInclusion", bpe
      FROM actor_types WHERE workspace_id = ${workspaceId}::uuid ORDER BY family, position`,
  )
