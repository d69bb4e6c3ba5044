import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { compareOffer, type ExistingOffer } from '#api/domain/import-comparison'
import type { OfferDraft } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import type { Queries } from '#db/client'
import { textArray } from '#db/transaction'
import { sliceOf } from './staging.repository.ts'
import type { Compared, Drafted, Target } from './staging.ts'

type Owner = { source: string; sourceId: string; actorId: string; placeId: string | null }
type Key = { source: string; sourceId: string }

const wanted = (keys: readonly Key[]) =>
  sql`unnest(${textArray(keys.map((key) => key.source))}, ${textArray(keys.map((key) => key.sourceId))})
    AS wanted(source, source_id)`
const byKey = <T extends Key>(rows: readonly T[]) =>
  new Map(rows.map((row) => [`${row.source} ${row.sourceId}`, row]))

/** Where an actor `a` has gone, however many times it was merged; itself when it was not. */
const keptOf = sql`(WITH RECURSIVE went(id, next) AS (
    SELECT a.id, a.merged_into
    UNION SELECT k.id, k.merged_into FROM went JOIN actors k ON k.workspace_id = a.workspace_id AND k.id = went.next)
  SELECT id FROM went WHERE next IS NULL)`

/** The actors that offer, each with its first place; of one that was merged, the actor that it went into. */
const findOwners = async (tx: Queries, workspaceId: string, keys: readonly Key[]) =>
  byKey(
    await tx.execute<Owner>(sql`SELECT DISTINCT a.source, a.source_id AS "sourceId", ${keptOf} AS "actorId",
      (SELECT p.id FROM places p WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id AND a.merged_into IS NULL
       ORDER BY p.position LIMIT 1) AS "placeId"
      FROM ${wanted(keys)} JOIN actors a ON a.workspace_id = ${workspaceId}::uuid AND a.source = wanted.source
      AND a.source_id = wanted.source_id`),
  )

const findExisting = async (tx: Queries, workspaceId: string, keys: readonly Key[]) =>
  byKey(
    await tx.execute<
      ExistingOffer & Key
    >(sql`SELECT o.id, o.source, o.source_id AS "sourceId", o.name, o.description,
      o.themes, o.publics, o.source_date::text AS "sourceDate", o.actor_id AS "actorId", o.place_id AS "placeId"
      FROM ${wanted(keys)} JOIN offers o ON o.workspace_id = ${workspaceId}::uuid AND o.source = wanted.source
      AND o.source_id = wanted.source_id`),
  )

const WRITTEN = sql`r.draft->>'name', r.draft->>'description', (r.draft->>'sourceDate')::date,
  ARRAY(SELECT jsonb_array_elements_text(r.draft->'themes')), ARRAY(SELECT jsonb_array_elements_text(r.draft->'publics'))`

/** Offers, by source and identifier; the actor that offers must be here already. */
export const offerRows: Target<OfferDraft> = {
  keeps: 'all',
  fills: ['offers'],

  async compare(tx, workspaceId, rows) {
    const drafts = rows.map(({ draft }) => draft)
    const structures = drafts.map(({ source, structureId }) => ({ source, sourceId: structureId }))
    const owners = await findOwners(tx, workspaceId, structures)
    const existing = await findExisting(tx, workspaceId, drafts)
    const compare = ({ draft }: Drafted<OfferDraft>): Compared => {
      const owner = owners.get(`${draft.source} ${draft.structureId}`)
      if (!owner) return { problems: [refusal('structure_unknown', 'structure_id', draft.structureId)] }
      const known = existing.get(`${draft.source} ${draft.sourceId}`)
      return { comparison: compareOffer(draft, known, owner, newId), problems: [] }
    }
    return new Map(rows.map((row) => [row.line, compare(row)]))
  },

  async insert(tx, slice) {
    await tx.execute(sql`
      INSERT INTO offers (workspace_id, id, actor_id, place_id, source, source_id, import_run, name, description,
        source_date, themes, publics)
      SELECT r.workspace_id, r.entity_id, (r.set->>'actorId')::uuid, (r.set->>'placeId')::uuid, r.draft->>'source',
        r.draft->>'sourceId', r.run_id, ${WRITTEN}
      FROM import_rows r WHERE ${sliceOf(slice, 'created')}`)
  },

  async update(tx, slice) {
    await tx.execute(sql`
      UPDATE offers o SET (name, description, source_date, themes, publics) = (SELECT ${WRITTEN}),
        actor_id = coalesce((r.set->>'actorId')::uuid, o.actor_id),
        place_id = CASE WHEN jsonb_exists(r.set, 'placeId') THEN (r.set->>'placeId')::uuid ELSE o.place_id END
      FROM import_rows r
      WHERE ${sliceOf(slice, 'updated')} AND o.workspace_id = r.workspace_id AND o.id = r.entity_id`)
  },
}
