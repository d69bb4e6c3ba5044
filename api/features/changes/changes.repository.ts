import { isDeepStrictEqual } from 'node:util'
import { type SQL, sql } from 'drizzle-orm'
import { FIELD_AUDIENCES, mayReadField, readableFields, readableValue } from '#api/domain/audience'
import type { Change } from '#contract/changes'
import type { Audience } from '#contract/roles'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** A change with what its writer could see. */
export type Written = Change & { audience: Audience }

const COLUMNS = sql`c.id, c.seq::int AS seq, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  c.cause, c.verb, c.entity, c.entity_id AS "entityId", c.field, c.before, c.after, c.audience`

/** Who wrote, once their account has left the workspace or is erased. */
export const FORMER_MEMBER = 'former_member'

/** The name of an account of the workspace, the word that was written, or {@link FORMER_MEMBER}. */
export const nameOfAuthor = (author: SQL): SQL => sql`coalesce(
  (SELECT w.name FROM accounts w WHERE w.id::text = ${author}),
  CASE WHEN ${author} ~ '^[0-9a-f-]{36}$' THEN ${FORMER_MEMBER}::text ELSE ${author} END)`

/** Changes of fields, and of actors, that the reader may see. */
const readable = ({ audience }: Reader): SQL => {
  const fields = Object.keys(FIELD_AUDIENCES).filter((field) => mayReadField(audience, field))
  return sql`(c.entity <> 'actor' OR (
    (c.field IS NULL OR c.field = ANY (${textArray(fields)}))
    AND EXISTS (SELECT 1 FROM actors a WHERE a.workspace_id = c.workspace_id AND a.id = c.entity_id)))`
}

/** A change without the elements, and for a new actor the fields, that are above the reader's audience. */
function toReadable({ audience }: Reader, change: Written): Written {
  const { entity, field, before, after } = change
  if (entity !== 'actor') return change
  if (field === null) return { ...change, after: after && readableFields(audience, after) }
  const seen = (value: unknown) => readableValue(audience, field, value)
  return { ...change, before: seen(before), after: seen(after) }
}

/** It changed only what the reader may not see. */
const isUnseen = ({ verb, before, after }: Written, whole: Written): boolean =>
  verb === 'updated' && isDeepStrictEqual(before, after) && !isDeepStrictEqual(whole.before, whole.after)

/** The import that brought an actor: its beginning is the import's, which is not written again for each. */
const importOf = ({ workspaceId }: Reader, id: string): SQL =>
  sql`(SELECT a.import_run FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${id}::uuid)`

/** The history of one thing as a reader may see it, latest first. */
export async function listChanges(
  tx: Queries,
  reader: Reader,
  entityId: string,
  limit: number,
): Promise<Change[]> {
  const rows = await rowsOf<Written>(
    tx,
    sql`SELECT ${COLUMNS}, ${nameOfAuthor(sql`c.author`)} AS author FROM changes c
      WHERE c.workspace_id = ${reader.workspaceId}::uuid AND ${readable(reader)} AND (c.entity_id = ${entityId}::uuid
        OR (c.entity = 'import' AND c.verb = 'created' AND c.entity_id = ${importOf(reader, entityId)}))
      ORDER BY c.seq DESC, c.id DESC LIMIT ${limit}::int`,
  )
  return rows.flatMap((row) => {
    const seen = toReadable(reader, row)
    return isUnseen(seen, row) ? [] : [seen]
  })
}

/** One change as a reader may see it; undefined when it is not there for them. */
export async function findChange(tx: Queries, reader: Reader, id: string): Promise<Written | undefined> {
  const [row] = await rowsOf<Written>(
    tx,
    sql`SELECT ${COLUMNS}, c.author FROM changes c
      WHERE c.workspace_id = ${reader.workspaceId}::uuid AND c.id = ${id}::uuid AND ${readable(reader)}`,
  )
  return row && toReadable(reader, row)
}

/** Everything that one transaction wrote, whole, latest first. */
export const changesOf = (tx: Queries, workspaceId: string, seq: number): Promise<Written[]> =>
  rowsOf(
    tx,
    sql`SELECT ${COLUMNS}, c.author FROM changes c
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.seq = ${seq}::bigint ORDER BY c.id DESC`,
  )
