import { sql } from 'drizzle-orm'
import type { ActorType } from '#contract/nomenclature'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

export const listTypes = (tx: Queries, workspaceId: string): Promise<ActorType[]> =>
  rowsOf(
    tx,
    sql`SELECT id, family, jsonb_build_object('fr', label_fr, 'en', label_en) AS labels, aliases,
      data_inclusion AS "dataInclusion", bpe
      FROM actor_types WHERE workspace_id = ${workspaceId}::uuid ORDER BY family, position`,
  )
