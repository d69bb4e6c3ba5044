import { sql } from 'drizzle-orm'
import type { FieldSource } from '#contract/provenance'
import type { Queries } from '#db/client'
import { rowsOf, textArray, uuidArray } from '#db/transaction'

/** What an actor holds beside its fields: where they come from, and what it belongs to. */
export type Provenance = {
  source: string | null
  sourceDate: string | null
  licence: string | null
  editedFields: string[]
  fieldSources: Record<string, FieldSource>
  mergedInto: string | null
  partOf: string | null
}
type Key = { workspaceId: string; id: string }

const isActor = ({ workspaceId, id }: Key) => sql`workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`

export async function provenanceOf(tx: Queries, key: Key): Promise<Provenance> {
  const [row] = await rowsOf<Provenance>(
    tx,
    sql`SELECT source, source_date::text AS "sourceDate", licence, edited_fields AS "editedFields",
      field_sources AS "fieldSources", merged_into AS "mergedInto", part_of AS "partOf" FROM actors WHERE ${isActor(key)}`,
  )
  return row!
}

type Written = Partial<Pick<Provenance, 'editedFields' | 'fieldSources' | 'mergedInto' | 'partOf'>>

/** Writes what is given, and notes that the actor has changed. Answers with its version. */
export async function writeProvenance(tx: Queries, key: Key, set: Written, now: Date): Promise<number> {
  const parts = [
    ...(set.editedFields ? [sql`edited_fields = ${textArray(set.editedFields)}`] : []),
    ...(set.fieldSources ? [sql`field_sources = ${JSON.stringify(set.fieldSources)}::text::jsonb`] : []),
    ...('mergedInto' in set ? [sql`merged_into = ${set.mergedInto ?? null}::uuid`] : []),
    ...('partOf' in set ? [sql`part_of = ${set.partOf ?? null}::uuid`] : []),
  ]
  const [row] = await rowsOf<{ version: number }>(
    tx,
    sql`UPDATE actors SET ${sql.join([...parts, sql`version = version + 1`, sql`updated_at = ${now.toISOString()}::timestamptz`], sql`, `)}
      WHERE ${isActor(key)} RETURNING version`,
  )
  return row!.version
}

/** Whether an actor is the other, or a part of it at any remove. */
export async function isWithinActor(
  tx: Queries,
  workspaceId: string,
  id: string,
  whole: string,
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`WITH RECURSIVE above AS (
        SELECT id, part_of FROM actors WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        UNION SELECT a.id, a.part_of FROM actors a JOIN above ON a.id = above.part_of WHERE a.workspace_id = ${workspaceId}::uuid)
      SELECT 1 FROM above WHERE id = ${whole}::uuid`,
  )
  return rows.length > 0
}

/** An offer and the place where it is offered, before it moved. */
export type MovedOffer = { id: string; placeId: string | null }

/** Gives the offers of an actor to another. They are no longer at a place of the first. */
export async function moveOffers(
  tx: Queries,
  workspaceId: string,
  from: string,
  to: string,
): Promise<MovedOffer[]> {
  const held = await rowsOf<MovedOffer>(
    tx,
    sql`SELECT id, place_id AS "placeId" FROM offers WHERE workspace_id = ${workspaceId}::uuid AND actor_id = ${from}::uuid
      ORDER BY id FOR UPDATE`,
  )
  await rowsOf(
    tx,
    sql`UPDATE offers SET actor_id = ${to}::uuid, place_id = NULL
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${uuidArray(held.map(({ id }) => id))})`,
  )
  return held
}

/** Gives offers back; those that have gone elsewhere since stay there. */
export const returnOffers = (
  tx: Queries,
  workspaceId: string,
  from: string,
  to: string,
  moved: readonly MovedOffer[],
) =>
  rowsOf(
    tx,
    sql`UPDATE offers o SET actor_id = ${to}::uuid, place_id = m."placeId"
      FROM jsonb_to_recordset(${JSON.stringify(moved)}::text::jsonb) AS m(id uuid, "placeId" uuid)
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.id = m.id AND o.actor_id = ${from}::uuid`,
  )

/** Makes the parts of an actor, or some of them, parts of another. Answers which. */
export async function moveParts(
  tx: Queries,
  workspaceId: string,
  from: string,
  to: string,
  some?: readonly string[],
): Promise<string[]> {
  const only = some ? sql`AND id = ANY (${uuidArray(some)})` : sql`AND id <> ${to}::uuid`
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`UPDATE actors SET part_of = ${to}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND part_of = ${from}::uuid ${only} RETURNING id`,
  )
  return rows.map(({ id }) => id)
}
