import { type SQL, sql } from 'drizzle-orm'
import { compareActor, type ExistingActor } from '#api/domain/import-comparison'
import type { ActorDraft } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { fieldsOf } from '#api/features/actors/actors.repository'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import { completePlaces } from './draft-places.repository.ts'
import { insertNewActors } from './new-actors.repository.ts'
import { newId } from './new-ids.ts'
import { sliceOf } from './staging.repository.ts'
import { type Slice, StaleComparison, type Target } from './staging.ts'

/** `ours`: this very run has brought it. */
type Known = ExistingActor & { ours: boolean }

async function findExisting(
  tx: Queries,
  workspaceId: string,
  drafts: readonly ActorDraft[],
): Promise<Map<string, Known>> {
  const rows = await rowsOf<Known & { source: string; sourceId: string }>(
    tx,
    sql`SELECT a.id, a.version, a.archived_at IS NOT NULL AS archived, a.edited_fields AS "editedFields",
      a.source, a.source_id AS "sourceId", a.source_date::text AS "sourceDate", a.licence,
      coalesce(a.import_run = current_import(), false) AS ours, ${fieldsOf} AS fields
    FROM unnest(${textArray(drafts.map((d) => d.source))}, ${textArray(drafts.map((d) => d.sourceId))})
      AS wanted(source, source_id)
    JOIN actors a ON a.workspace_id = ${workspaceId}::uuid AND a.source = wanted.source
      AND a.source_id = wanted.source_id`,
  )
  return new Map(rows.map((row) => [`${row.source} ${row.sourceId}`, row]))
}

const texts = (value: SQL): SQL => sql`ARRAY(SELECT jsonb_array_elements_text(coalesce(${value}, '[]')))`
/** The new value where the row has one for the field, else what is there. */
const chosen = (field: string, value: SQL, current: SQL): SQL =>
  sql`CASE WHEN jsonb_exists(r.set, ${field}) THEN ${value} ELSE ${current} END`
const text = (field: string): SQL => sql`r.set->>${sql.raw(`'${field}'`)}`

/** The columns that a row writes, as it says them. */
const WRITTEN = {
  name: text('name'),
  description: text('description'),
  type_id: text('typeId'),
  secondary_type_ids: texts(sql`r.set->'secondaryTypeIds'`),
  publics: texts(sql`r.set->'publics'`),
  siret: text('siret'),
  finess: text('finess'),
  rna: text('rna'),
  source_date: sql`(${text('sourceDate')})::date`,
  licence: text('licence'),
}
const FIELDS: Record<keyof typeof WRITTEN, string> = {
  name: 'name',
  description: 'description',
  type_id: 'typeId',
  secondary_type_ids: 'secondaryTypeIds',
  publics: 'publics',
  siret: 'siret',
  finess: 'finess',
  rna: 'rna',
  source_date: 'sourceDate',
  licence: 'licence',
}
const columns = Object.keys(WRITTEN) as (keyof typeof WRITTEN)[]
const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `)

async function updateActors(tx: Queries, slice: Slice): Promise<void> {
  const [counted] = await rowsOf<{ wanted: number; written: number }>(
    tx,
    sql`WITH rows AS (SELECT r.* FROM import_rows r WHERE ${sliceOf(slice, 'updated')}),
    written AS (
      UPDATE actors a SET ${list(
        columns.map(
          (column) =>
            sql`${sql.raw(column)} = ${chosen(FIELDS[column], WRITTEN[column], sql.raw(`a.${column}`))}`,
        ),
      )},
        version = a.version + 1, updated_at = now()
      FROM rows r
      WHERE a.workspace_id = r.workspace_id AND a.id = r.entity_id AND a.version = r.version
      RETURNING 1)
    SELECT (SELECT count(*) FROM rows)::int AS wanted, (SELECT count(*) FROM written)::int AS written`,
  )
  if (counted!.wanted !== counted!.written) throw new StaleComparison()
}

const insertContacts = (tx: Queries, slice: Slice) =>
  rowsOf(
    tx,
    sql`INSERT INTO contacts (workspace_id, id, actor_id, position, kind, value, label)
    SELECT r.workspace_id, (c->>'id')::uuid, r.entity_id, n - 1, c->>'kind', c->>'value', c->>'label'
    FROM import_rows r, jsonb_array_elements(r.set->'contacts') WITH ORDINALITY AS listed(c, n)
    WHERE ${sliceOf(slice, 'updated')}`,
  )

/** The intervals that the reader worked out, in PostgreSQL's notation. */
const WEEK = sql`CASE r.draft#>>'{opening,kind}' WHEN 'weekly' THEN (
  SELECT '{' || coalesce(string_agg(format('[%s,%s)', i->>0, i->>1), ','), '') || '}'
  FROM jsonb_array_elements(r.draft#>'{opening,week}') AS i)::int4multirange END`
const DATES = sql`CASE r.draft#>>'{opening,kind}' WHEN 'dated' THEN (
  SELECT '{' || coalesce(string_agg(format('["%s","%s")', i->>0, i->>1), ','), '') || '}'
  FROM jsonb_array_elements(r.draft#>'{opening,dates}') AS i)::tsmultirange END`

const insertPlaces = (tx: Queries, slice: Slice) =>
  rowsOf(
    tx,
    sql`INSERT INTO places (workspace_id, id, actor_id, position, kind, label, address, postcode, commune_code,
      commune_name, point, hours, open_week, open_dates, open_until)
    SELECT r.workspace_id, (p->>'id')::uuid, r.entity_id, n - 1, p->>'kind', p->>'label', p->>'address',
      p->>'postcode', p->>'communeCode', p->>'communeName',
      ST_SetSRID(ST_MakePoint((p#>>'{point,coordinates,0}')::float8, (p#>>'{point,coordinates,1}')::float8), 4326),
      p->>'hours', ${WEEK}, ${DATES}, (r.draft#>>'{opening,until}')::date
    FROM import_rows r, jsonb_array_elements(r.set->'places') WITH ORDINALITY AS listed(p, n)
    WHERE ${sliceOf(slice, 'updated')}`,
  )

/** Contacts and places of rows that say them: those that were there go, the new ones keep the ids they had. */
async function replaceParts(tx: Queries, slice: Slice): Promise<void> {
  for (const table of ['contacts', 'places'] as const) {
    await rowsOf(
      tx,
      sql`DELETE FROM ${sql.raw(table)} held USING import_rows r WHERE ${sliceOf(slice, 'updated')}
        AND jsonb_exists(r.set, ${sql.raw(`'${table}'`)}) AND held.workspace_id = r.workspace_id
        AND held.actor_id = r.entity_id`,
    )
  }
  await insertContacts(tx, slice)
  await insertPlaces(tx, slice)
}

const refreshUpdated = (tx: Queries, slice: Slice) =>
  rowsOf(
    tx,
    sql`SELECT refresh_actors(${slice.workspaceId}::uuid, ARRAY(
      SELECT r.entity_id FROM import_rows r WHERE ${sliceOf(slice, 'updated')}))`,
  )

/** A UUID v7 for each row of a statement: PostgreSQL has had none before 18. The first 48 bits are milliseconds. */
const changeId: SQL = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
  52, 1), 53, 1), 'hex')::uuid`

/** Actors, by source and identifier. */
export const actorRows: Target<ActorDraft> = {
  keeps: 'keys',
  fills: ['actors', 'places', 'contacts', 'map_points', 'map_cells', 'search_lexemes'],

  async compare(tx, workspaceId, rows) {
    const existing = await findExisting(
      tx,
      workspaceId,
      rows.map(({ draft }) => draft),
    )
    const existingOf = ({ source, sourceId }: ActorDraft) => existing.get(`${source} ${sourceId}`)
    const said = await completePlaces(tx, workspaceId, rows, existingOf)
    return new Map(
      rows.map(({ line, key, draft }) => {
        if (existingOf(draft)?.ours) {
          return [line, { problems: [refusal('duplicate_key', null, key)] }]
        }
        const comparison = compareActor(draft, existingOf(draft), newId)
        return [line, { comparison, problems: said.get(line) ?? [] }]
      }),
    )
  },

  insert: insertNewActors,

  async update(tx, slice) {
    await updateActors(tx, slice)
    await replaceParts(tx, slice)
    await refreshUpdated(tx, slice)
  },

  /** Provenance follows the source: it is not a field that people write, so it is not in the history that they undo. */
  async note({ tx, author, cause, nextSeq }, slice) {
    const seq = await nextSeq()
    await tx.execute(sql`
      INSERT INTO changes (workspace_id, id, seq, author, cause, verb, entity, entity_id, version, field, before, after)
      SELECT r.workspace_id, ${changeId}, ${seq}::bigint, ${author}, ${cause}, 'updated', 'actor', r.entity_id,
        r.version + 1, written.key, r.before->written.key, written.value
      FROM import_rows r, jsonb_each(r.set - '{sourceDate,licence}'::text[]) AS written
      WHERE ${sliceOf(slice, 'updated')}`)
  },
}
