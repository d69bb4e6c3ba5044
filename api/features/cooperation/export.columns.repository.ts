import { type SQL, sql } from 'drizzle-orm'
import { joinLiving } from '#api/features/records/actors-in-records.repository'

/** A table that is taken away: its columns of rows `r` in order, each worked out by the database, and where they are. */
export type Sheet = { columns: Record<string, SQL>; from: SQL; order: SQL }

/** Columns of `r` as they are, under their own names. */
export const own = (...names: string[]): Record<string, SQL> =>
  Object.fromEntries(names.map((name) => [name, sql`r.${sql.identifier(name)}`]))

/** Several values in one cell. */
export const joined = (column: string): Record<string, SQL> => ({
  [column]: sql`array_to_string(r.${sql.identifier(column)}, ' | ')`,
})

/** One key of a JSON column for each of some words. */
export const keysOf = (column: string, words: readonly string[], value = (of: SQL): SQL => of) =>
  Object.fromEntries(words.map((word) => [word, value(sql`r.${sql.identifier(column)}->${word}::text`)]))

const namesOf = (from: SQL): SQL => sql`(SELECT string_agg(name, ' | ' ORDER BY name) FROM (${from}) known)`

/** A reason's label; a locked one is told by its own word. */
export const reasonOf = (id: SQL): SQL => sql`coalesce(
  (SELECT k.label FROM reasons k WHERE k.workspace_id = r.workspace_id AND k.id::text = ${id}), ${id})`

export const reasonsOf = {
  reasons: namesOf(sql`SELECT ${reasonOf(sql`one.id`)} AS name FROM unnest(r.reason_ids) AS one(id)`),
}

const recordsOf = (table: string, ids: string): SQL =>
  namesOf(sql`SELECT k.name FROM ${sql.identifier(table)} k
    WHERE k.workspace_id = r.workspace_id AND k.id = ANY (r.${sql.identifier(ids)})`)

export const publicsOf = { target_publics: recordsOf('target_publics', 'public_ids') }
export const bodiesOf = { bodies: recordsOf('bodies', 'body_ids') }
export const zonesOf = {
  zones: namesOf(sql`SELECT k.name FROM zones k WHERE k.id = ANY (r.zone_ids)
    UNION ALL SELECT k.name FROM drawn_zones k WHERE k.workspace_id = r.workspace_id AND k.id = ANY (r.zone_ids)`),
}

/** A column for each part that actors have in a record: the names of those whom the reader sees. */
export const partsOf = (...roles: readonly string[]): Record<string, SQL> =>
  Object.fromEntries(
    roles.map((role) => [
      role,
      namesOf(sql`SELECT DISTINCT l.name FROM involvements s ${joinLiving(sql`s.actor_id`, sql`s.workspace_id`)}
        WHERE s.workspace_id = r.workspace_id AND s.record_id = r.id AND s.role = ${role}::text`),
    ]),
  )

/** Records of a table that are not archived. */
export const kept = (table: string, workspaceId: string): SQL =>
  sql`${sql.identifier(table)} r WHERE r.workspace_id = ${workspaceId}::uuid AND r.archived_at IS NULL`
