import { type SQL, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { compareActor, type ExistingActor } from '#api/domain/import-comparison'
import type { ActorDraft } from '#api/domain/import-draft'
import { fieldsOf } from '#api/features/actors/actors.repository'
import type { Queries } from '#db/client'
import { textArray } from '#db/transaction'
import { sliceOf } from './staging.repository.ts'
import { type Slice, StaleComparison, type Target } from './staging.ts'

async function findExisting(
  tx: Queries,
  workspaceId: string,
  drafts: readonly ActorDraft[],
): Promise<Map<string, ExistingActor>> {
  const rows = await tx.execute<ExistingActor & { source: string; sourceId: string }>(sql`
    SELECT a.id, a.version, a.archived_at IS NOT NULL AS archived, a.edited_fields AS "editedFields",
      a.source, a.source_id AS "sourceId", a.source_date::text AS "sourceDate", a.licence, ${fieldsOf} AS fields
    FROM unnest(${textArray(drafts.map((d) => d.source))}, ${textArray(drafts.map((d) => d.sourceId))})
      AS wanted(source, source_id)
    JOIN actors a ON a.workspace_id = ${workspaceId}::uuid AND a.source = wanted.source
      AND a.source_id = wanted.source_id`)
  return new Map(rows.map((row) => [`${row.source} ${row.sourceId}`, row]))
}

const texts = (value: SQL): SQL => sql`ARRAY(SELECT jsonb_array_elements_text(${value}))`
/** The new value where the row has one for the field, else what is there. */
const chosen = (field: string, value: SQL, current: SQL): SQL =>
  sql`CASE WHEN jsonb_exists(r.set, ${field}) THEN ${value} ELSE ${current} END`
const text = (field: string): SQL => sql`r.set->>${field}::text`

async function insertActors(tx: Queries, slice: Slice): Promise<void> {
  await tx.execute(sql`
    INSERT INTO actors (workspace_id, id, name, description, type_id, secondary_type_ids, siret, source, source_id,
      source_date, licence)
    SELECT r.workspace_id, r.entity_id, ${text('name')}, ${text('description')}, ${text('typeId')},
      ${texts(sql`r.set->'secondaryTypeIds'`)}, ${text('siret')}, r.draft->>'source', r.draft->>'sourceId',
      (${text('sourceDate')})::date, ${text('licence')}
    FROM import_rows r WHERE ${sliceOf(slice, 'created')} ORDER BY r.line`)
}

async function updateActors(tx: Queries, slice: Slice): Promise<void> {
  const [counted] = await tx.execute<{ wanted: number; written: number }>(sql`
    WITH rows AS (SELECT r.* FROM import_rows r WHERE ${sliceOf(slice, 'updated')}),
    written AS (
      UPDATE actors a SET
        name = ${chosen('name', text('name'), sql`a.name`)},
        description = ${chosen('description', text('description'), sql`a.description`)},
        type_id = ${chosen('typeId', text('typeId'), sql`a.type_id`)},
        secondary_type_ids = ${chosen('secondaryTypeIds', texts(sql`r.set->'secondaryTypeIds'`), sql`a.secondary_type_ids`)},
        siret = ${chosen('siret', text('siret'), sql`a.siret`)},
        source_date = ${chosen('sourceDate', sql`(${text('sourceDate')})::date`, sql`a.source_date`)},
        licence = ${chosen('licence', text('licence'), sql`a.licence`)},
        version = a.version + 1, updated_at = now()
      FROM rows r
      WHERE a.workspace_id = r.workspace_id AND a.id = r.entity_id AND a.version = r.version
      RETURNING 1)
    SELECT (SELECT count(*) FROM rows)::int AS wanted, (SELECT count(*) FROM written)::int AS written`)
  if (counted!.wanted !== counted!.written) throw new StaleComparison()
}

/** Contacts and places of rows that say them: those that were there go, the new ones keep the ids they had. */
async function replaceContacts(tx: Queries, slice: Slice): Promise<void> {
  await tx.execute(sql`DELETE FROM contacts c USING import_rows r WHERE ${sliceOf(slice, 'updated')}
    AND jsonb_exists(r.set, 'contacts') AND c.workspace_id = r.workspace_id AND c.actor_id = r.entity_id`)
  for (const outcome of ['created', 'updated'] as const) {
    await tx.execute(sql`
      INSERT INTO contacts (workspace_id, id, actor_id, position, kind, value, label)
      SELECT r.workspace_id, (c->>'id')::uuid, r.entity_id, n - 1, c->>'kind', c->>'value', c->>'label'
      FROM import_rows r, jsonb_array_elements(r.set->'contacts') WITH ORDINALITY AS listed(c, n)
      WHERE ${sliceOf(slice, outcome)}`)
  }
}

/** A UUID v7 for each row of a statement: PostgreSQL has had none before 18. The first 48 bits are milliseconds. */
const changeId: SQL = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
  52, 1), 53, 1), 'hex')::uuid`

/** The intervals that the reader worked out, in PostgreSQL's notation. */
const WEEK = sql`CASE r.draft#>>'{opening,kind}' WHEN 'weekly' THEN (
  SELECT '{' || coalesce(string_agg(format('[%s,%s)', i->>0, i->>1), ','), '') || '}'
  FROM jsonb_array_elements(r.draft#>'{opening,week}') AS i)::int4multirange END`
const DATES = sql`CASE r.draft#>>'{opening,kind}' WHEN 'dated' THEN (
  SELECT '{' || coalesce(string_agg(format('["%s","%s")', i->>0, i->>1), ','), '') || '}'
  FROM jsonb_array_elements(r.draft#>'{opening,dates}') AS i)::tsmultirange END`

async function replacePlaces(tx: Queries, slice: Slice): Promise<void> {
  await tx.execute(sql`DELETE FROM places p USING import_rows r WHERE ${sliceOf(slice, 'updated')}
    AND jsonb_exists(r.set, 'places') AND p.workspace_id = r.workspace_id AND p.actor_id = r.entity_id`)
  for (const outcome of ['created', 'updated'] as const) {
    await tx.execute(sql`
      INSERT INTO places (workspace_id, id, actor_id, position, kind, label, address, postcode, commune_code,
        commune_name, point, hours, open_week, open_dates, open_until)
      SELECT r.workspace_id, (p->>'id')::uuid, r.entity_id, n - 1, p->>'kind', p->>'label', p->>'address',
        p->>'postcode', p->>'communeCode', p->>'communeName',
        ST_SetSRID(ST_MakePoint((p#>>'{point,coordinates,0}')::float8, (p#>>'{point,coordinates,1}')::float8), 4326),
        p->>'hours', ${WEEK}, ${DATES}, (r.draft#>>'{opening,until}')::date
      FROM import_rows r, jsonb_array_elements(r.set->'places') WITH ORDINALITY AS listed(p, n)
      WHERE ${sliceOf(slice, outcome)}`)
  }
}

async function refresh(tx: Queries, slice: Slice): Promise<void> {
  await tx.execute(sql`SELECT refresh_actors(${slice.workspaceId}::uuid, ARRAY(
    SELECT r.entity_id FROM import_rows r WHERE ${sliceOf(slice, 'created')} OR ${sliceOf(slice, 'updated')}))`)
}

/** Actors, by source and identifier. */
export const actorRows: Target<ActorDraft> = {
  async compare(tx, workspaceId, rows) {
    const existing = await findExisting(
      tx,
      workspaceId,
      rows.map(({ draft }) => draft),
    )
    return new Map(
      rows.map(({ line, draft }) => {
        const known = existing.get(`${draft.source} ${draft.sourceId}`)
        return [line, { comparison: compareActor(draft, known, newId), problems: [] }]
      }),
    )
  },

  async reveal(tx, slice) {
    await insertActors(tx, slice)
    await updateActors(tx, slice)
    await replaceContacts(tx, slice)
    await replacePlaces(tx, slice)
    await refresh(tx, slice)
  },

  /** Provenance follows the source: it is not a field that people write, so it is not in the history that they undo. */
  async note({ tx, author, cause, nextSeq }, slice) {
    const seq = await nextSeq()
    await tx.execute(sql`
      INSERT INTO changes (workspace_id, id, seq, author, cause, verb, entity, entity_id, version, after)
      SELECT r.workspace_id, ${changeId}, ${seq}::bigint, ${author}, ${cause}, 'created', 'actor', r.entity_id, 1,
        r.set - '{sourceDate,licence}'::text[]
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
    await tx.execute(sql`
      INSERT INTO changes (workspace_id, id, seq, author, cause, verb, entity, entity_id, version, field, before, after)
      SELECT r.workspace_id, ${changeId}, ${seq}::bigint, ${author}, ${cause}, 'updated', 'actor', r.entity_id,
        r.version + 1, written.key, r.before->written.key, written.value
      FROM import_rows r, jsonb_each(r.set - '{sourceDate,licence}'::text[]) AS written
      WHERE ${sliceOf(slice, 'updated')}`)
  },
}
