import { and, eq, type SQL, sql } from 'drizzle-orm'
import { commonFieldsOf } from '#api/features/actors/actors.repository'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import type { Resemblance } from '#contract/resemblances'
import type { Queries } from '#db/client'
import { resemblances } from '#db/schema/resemblances'
import { rowsOf, textArray } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** Of a merge, `part` is the actor that went; of a belonging, the part; otherwise the comparison tells. */
export type StoredPair = Omit<Resemblance, 'part'> & { part: string | null }
export type PairFilter = {
  verdict?: readonly string[] | undefined
  actor?: string | undefined
  run?: string | undefined
}

const iso = (column: SQL): SQL => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const sideOf = (
  id: SQL,
): SQL => sql`(SELECT ${commonFieldsOf} || jsonb_build_object('id', a.id, 'version', a.version,
    'source', a.source, 'sourceDate', a.source_date, 'editedFields', a.edited_fields, 'updatedAt', ${iso(sql`a.updated_at`)},
    'archivedAt', ${iso(sql`a.archived_at`)}, 'mergedInto', a.merged_into, 'partOf', a.part_of)
  FROM actors a WHERE a.workspace_id = r.workspace_id AND a.id = ${id})`

/** Pairs `r` of two actors, `x` and `y`, that the reader may see both; an archived one leaves what is to be decided. */
const pairs = ({ workspaceId }: Reader): SQL => sql`resemblances r
  JOIN actors x ON x.workspace_id = r.workspace_id AND x.id = r.one
  JOIN actors y ON y.workspace_id = r.workspace_id AND y.id = r.other
  WHERE r.workspace_id = ${workspaceId}::uuid
    AND (r.verdict = 'duplicate' OR (x.archived_at IS NULL AND y.archived_at IS NULL))`

const passing = ({ verdict, actor, run }: PairFilter): SQL => {
  const parts = [
    verdict?.length ? sql`r.verdict = ANY (${textArray(verdict)})` : sql`r.verdict IS NULL`,
    ...(actor ? [sql`${actor}::uuid IN (r.one, r.other)`] : []),
    ...(run ? [sql`${run}::uuid IN (x.import_run, y.import_run)`] : []),
  ]
  return sql.join(parts, sql` AND `)
}

const COLUMNS = sql`r.id, r.score, r.reasons, r.likely, r.verdict, ${iso(sql`r.decided_at`)} AS "decidedAt",
  ${nameOfAuthor(sql`r.decided_by`)} AS "decidedBy", r.seq::int AS seq,
  CASE r.verdict
    WHEN 'duplicate' THEN CASE WHEN x.merged_into = y.id THEN x.id WHEN y.merged_into = x.id THEN y.id END
    WHEN 'part_of' THEN CASE WHEN x.part_of = y.id THEN x.id WHEN y.part_of = x.id THEN y.id END END AS part,
  jsonb_build_array(${sideOf(sql`r.one`)}, ${sideOf(sql`r.other`)}) AS actors`

/** What nobody has decided, the surest first; what is decided, the latest first. */
export async function listPairs(
  tx: Queries,
  reader: Reader,
  { limit, offset, ...filter }: PairFilter & { limit: number; offset: number },
): Promise<{ items: StoredPair[]; total: number }> {
  const from = sql`FROM ${pairs(reader)} AND ${passing(filter)}`
  const items = await rowsOf<StoredPair>(
    tx,
    sql`SELECT ${COLUMNS} ${from} ORDER BY r.decided_at DESC NULLS LAST, r.score DESC, r.id
      LIMIT ${limit}::int OFFSET ${offset}::int`,
  )
  const [counted] = await rowsOf<{ total: number }>(tx, sql`SELECT count(*)::int AS total ${from}`)
  return { items, total: counted!.total }
}

export async function findPair(tx: Queries, reader: Reader, id: string): Promise<StoredPair | undefined> {
  const [row] = await rowsOf<StoredPair>(
    tx,
    sql`SELECT ${COLUMNS} FROM ${pairs(reader)} AND r.id = ${id}::uuid`,
  )
  return row
}

const same = (workspaceId: string, id: string) =>
  and(eq(resemblances.workspaceId, workspaceId), eq(resemblances.id, id))

/** A pair that nobody else decides until the transaction ends. */
export const lockPair = async (tx: Queries, workspaceId: string, id: string) =>
  (await tx.select().from(resemblances).where(same(workspaceId, id)).for('update'))[0]

type Decided = Pick<typeof resemblances.$inferInsert, 'verdict' | 'decidedBy' | 'decidedAt' | 'seq'>
export const setVerdict = (tx: Queries, workspaceId: string, id: string, decided: Required<Decided>) =>
  tx.update(resemblances).set(decided).where(same(workspaceId, id))
