import { isDeepStrictEqual } from 'node:util'
import { type SQL, sql } from 'drizzle-orm'
import {
  audiencesOf,
  FIELD_AUDIENCES,
  mayReadField,
  readableFields,
  readableValue,
} from '#api/domain/audience'
import { withSeenActors } from '#api/features/records/history.repository'
import { isRecordSeen } from '#api/features/records/records.repository'
import type { Change } from '#contract/changes'
import { RECORD_KINDS } from '#contract/records'
import type { Audience } from '#contract/roles'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** A change with what its writer could see, and the version that it made of its thing. */
export type Written = Change & { audience: Audience; version: number }

const COLUMNS = sql`c.id, c.seq::int AS seq, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  c.cause, c.verb, c.entity, c.entity_id AS "entityId", c.field, c.before, c.after, c.audience, c.version`

/** Who wrote, once their account has left the workspace or is erased. */
export const FORMER_MEMBER = 'former_member'

/** The name of an account of the workspace, the word that was written, or {@link FORMER_MEMBER}. */
export const nameOfAuthor = (author: SQL): SQL => sql`coalesce(
  (SELECT w.name FROM accounts w WHERE w.id::text = ${author}),
  CASE WHEN ${author} ~ '^[0-9a-f-]{36}$' THEN ${FORMER_MEMBER}::text ELSE ${author} END)`

const thingIn = (table: string): SQL => sql`EXISTS (SELECT 1 FROM ${sql.identifier(table)} t
  WHERE t.workspace_id = c.workspace_id AND t.id = c.entity_id)`

/**
 * Changes that the reader may see: of actors, those of fields that are for them; of records, those that somebody wrote
 * who saw no more than they do; of any of these, only while they see the thing itself.
 */
const readable = ({ audience }: Reader): SQL => {
  const fields = Object.keys(FIELD_AUDIENCES).filter((field) => mayReadField(audience, field))
  return sql`CASE
    WHEN c.entity = 'actor' THEN (c.field IS NULL OR c.field = ANY (${textArray(fields)})) AND ${thingIn('actors')}
    WHEN c.entity = 'assessment' THEN ${thingIn('assessments')}
    WHEN c.entity = 'discussion' THEN ${thingIn('discussions')}
    WHEN c.entity = ANY (${textArray(RECORD_KINDS)}) THEN
      c.audience = ANY (${textArray(audiencesOf(audience))}) AND ${isRecordSeen}
    ELSE true END`
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
  const whole = await withSeenActors(tx, reader, rows)
  return whole.flatMap((row, index) => {
    const seen = toReadable(reader, row)
    return isUnseen(seen, rows[index]!) ? [] : [seen]
  })
}

/** One change as a reader may see it; undefined when it is not there for them. */
export async function findChange(tx: Queries, reader: Reader, id: string): Promise<Written | undefined> {
  const [row] = await rowsOf<Written>(
    tx,
    sql`SELECT ${COLUMNS}, c.author FROM changes c
      WHERE c.workspace_id = ${reader.workspaceId}::uuid AND c.id = ${id}::uuid AND ${readable(reader)}`,
  )
  const [seen] = await withSeenActors(tx, reader, row ? [row] : [])
  return seen && toReadable(reader, seen)
}

/** Everything that one transaction wrote, whole, latest first. */
export const changesOf = (tx: Queries, workspaceId: string, seq: number): Promise<Written[]> =>
  rowsOf(
    tx,
    sql`SELECT ${COLUMNS}, c.author FROM changes c
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.seq = ${seq}::bigint ORDER BY c.id DESC`,
  )
