import { type SQL, sql } from 'drizzle-orm'
import { significantDigits } from '#api/domain/person-match'
import type { PersonQuery, PersonTrace } from '#contract/privacy'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

/** A table of a workspace in which somebody may be mentioned. */
export type Store = {
  where: PersonTrace['where']
  table: string
  texts?: readonly string[]
  json?: readonly string[]
  /** What tells a row from the others of the workspace. */
  id?: SQL
  /** The name of what holds it; of an actor's parts, the actor's. */
  title: SQL
  /** The actor that a row is a part of, and the field that it is there. */
  actor?: { id: SQL; field?: string }
}

const nameOfActor = (id: SQL): SQL =>
  sql`(SELECT a.name FROM actors a WHERE a.workspace_id = t.workspace_id AND a.id = ${id})`
const owner = sql`t.actor_id`
const partOfActor = (field: string) => ({ title: nameOfActor(owner), actor: { id: owner, field } })

/** What people write together and give a name. */
const record = (table: string, texts: readonly string[] = [], json: readonly string[] = []): Store => ({
  where: 'cooperation',
  table,
  texts: ['name', ...texts],
  json,
  title: sql`t.name`,
})

/** Every text that people or files write in a workspace. The catalogue of the tests says when one is missing. */
export const STORES: readonly Store[] = [
  {
    where: 'contact',
    table: 'contacts',
    texts: ['value', 'label', 'person_name', 'person_role'],
    ...partOfActor('contacts'),
  },
  {
    where: 'actor',
    table: 'actors',
    texts: ['name', 'description', 'note'],
    title: sql`t.name`,
    actor: { id: sql`t.id` },
  },
  { where: 'actor', table: 'places', texts: ['label', 'address', 'hours'], ...partOfActor('places') },
  { where: 'actor', table: 'offers', texts: ['name', 'description'], ...partOfActor('offers') },
  { where: 'territory', table: 'territories', texts: ['name'], title: sql`t.name` },
  { where: 'zone', table: 'drawn_zones', texts: ['name'], title: sql`t.name` },
  {
    where: 'assessment',
    table: 'assessments',
    texts: ['evidence', 'note'],
    title: nameOfActor(owner),
  },
  { where: 'assessment', table: 'discussions', texts: ['text'], title: nameOfActor(owner) },
  {
    where: 'cooperation',
    table: 'ties',
    texts: ['source', 'note'],
    title: sql`concat_ws(' · ', ${nameOfActor(sql`t.from_id`)}, ${nameOfActor(sql`t.to_id`)})`,
  },
  record('bodies', ['acronym', 'local_meaning', 'purpose', 'perimeter', 'meeting_place', 'note']),
  record('facilitators', ['description']),
  record('outreach', ['description'], ['stops', 'conditions', 'ethics']),
  record('target_publics', ['note']),
  record('groups'),
  { where: 'cooperation', table: 'reasons', texts: ['label'], title: sql`t.label` },
  {
    where: 'cooperation',
    table: 'scales',
    json: ['need', 'possibility', 'quadrants'],
    id: sql`t.workspace_id`,
    title: sql`NULL::text`,
  },
  { where: 'cooperation', table: 'rounds', texts: ['question'], title: sql`t.question` },
  // What is sealed is read by nobody: see `sealed-persons.repository.ts`.
  { where: 'cooperation', table: 'observations', texts: ['note'], title: sql`NULL::text` },
  { where: 'cooperation', table: 'estimate_runs', texts: ['name'], title: sql`t.name` },
  { where: 'history', table: 'changes', json: ['before', 'after'], title: nameOfActor(sql`t.entity_id`) },
  {
    where: 'proposal',
    table: 'proposals',
    texts: ['title', 'message', 'reason'],
    json: ['set'],
    title: sql`t.title`,
  },
  { where: 'invitation', table: 'invitations', texts: ['label'], title: sql`t.label` },
  { where: 'import', table: 'import_runs', texts: ['filename'], json: ['report'], title: sql`t.filename` },
  { where: 'import', table: 'import_mappings', texts: ['name'], json: ['mapping'], title: sql`t.name` },
  {
    where: 'import',
    table: 'import_rows',
    texts: ['key', 'name'],
    json: ['draft', 'set', 'before', 'kept', 'problems', 'record'],
    id: sql`t.run_id || ' ' || t.line`,
    title: sql`NULL::text`,
  },
]

export type Held = {
  id: string
  title: string | null
  actorId: string | null
  /** Column by column. */
  columns: Record<string, unknown>
}

const columnsOf = ({ texts = [], json = [] }: Store): string[] => [...texts, ...json]
const column = (name: string): SQL => sql`t.${sql.identifier(name)}`
const idOf = ({ id = sql`t.id` }: Store): SQL => sql`(${id})::text`

/** Lets through every text that mentions the person, and others: what is exact is decided by {@link personMatch}. */
function mayMention(text: SQL, { name, email, phone }: PersonQuery): SQL {
  const held = sql`plain(normalize(${text}, NFC))`
  const words = name?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const parts = [
    ...(words.length
      ? [
          sql.join(
            words.map((word) => sql`strpos(${held}, plain(normalize(${word}::text, NFC))) > 0`),
            sql` AND `,
          ),
        ]
      : []),
    ...(email ? [sql`strpos(${held}, plain(${email.trim()}::text)) > 0`] : []),
    ...(phone
      ? [sql`strpos(regexp_replace(${text}, '[^0-9]', '', 'g'), ${significantDigits(phone)}::text) > 0`]
      : []),
  ]
  return parts.length
    ? sql`(${sql.join(
        parts.map((part) => sql`(${part})`),
        sql` OR `,
      )})`
    : sql`false`
}

/** The rows of a store that may mention somebody, in the caller's workspace. */
export function findHeld(
  tx: Queries,
  workspaceId: string,
  store: Store,
  query: PersonQuery,
): Promise<Held[]> {
  const columns = columnsOf(store)
  const text = sql`concat_ws(' ', ${sql.join(
    columns.map((name) => sql`${column(name)}::text`),
    sql`, `,
  )})`
  const pairs = columns.map((name) => sql`${name}::text, ${column(name)}`)
  return rowsOf<Held>(
    tx,
    sql`SELECT ${idOf(store)} AS id, ${store.title} AS title, ${store.actor?.id ?? sql`NULL::uuid`} AS "actorId",
        jsonb_build_object(${sql.join(pairs, sql`, `)}) AS columns
      FROM ${sql.identifier(store.table)} t
      WHERE t.workspace_id = ${workspaceId}::uuid AND ${mayMention(text, query)} ORDER BY 1`,
  )
}

const isRow = (workspaceId: string, store: Store, id: string): SQL =>
  sql`t.workspace_id = ${workspaceId}::uuid AND ${idOf(store)} = ${id}::text`

/** Gives some columns of a row other values. */
export function updateHeld(
  tx: Queries,
  workspaceId: string,
  store: Store,
  id: string,
  columns: Record<string, unknown>,
) {
  const set = Object.entries(columns).map(([name, value]) => {
    const typed = store.json?.includes(name)
      ? sql`${JSON.stringify(value)}::text::jsonb`
      : sql`${value}::text`
    return sql`${sql.identifier(name)} = ${typed}`
  })
  return rowsOf(
    tx,
    sql`UPDATE ${sql.identifier(store.table)} t SET ${sql.join(set, sql`, `)}
      WHERE ${isRow(workspaceId, store, id)}`,
  )
}

export const deleteHeld = (tx: Queries, workspaceId: string, store: Store, id: string) =>
  rowsOf(tx, sql`DELETE FROM ${sql.identifier(store.table)} t WHERE ${isRow(workspaceId, store, id)}`)
