import { type SQL, sql } from 'drizzle-orm'
import { readableFields } from '#api/domain/audience'
import { freshnessOf as freshness, freshnessScore } from '#api/domain/freshness'
import type { Actor, ActorFields, ActorSummary } from '#contract/actors'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Reader, WorkspaceTransaction } from '#db/workspace'
import { openNowOf } from './actors.filter.repository.ts'
import { refuseOutside } from './actors.limits.repository.ts'

type Row = Omit<Actor, 'freshness' | 'freshnessScore'>

const iso = (column: SQL): SQL => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The fields of an actor `a` that have the audience of the actor itself, in one JSON object. */
export const commonFieldsOf = sql`jsonb_build_object(
  'kind', a.kind, 'name', a.name, 'description', a.description, 'typeId', a.type_id,
  'secondaryTypeIds', a.secondary_type_ids, 'publics', a.publics, 'approaches', a.approaches, 'siret', a.siret,
  'finess', a.finess, 'rna', a.rna,
  'audience', a.audience, 'verifiedAt', ${iso(sql`a.verified_at`)},
  'contacts', coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'value', c.value, 'label', c.label,
      'audience', c.audience, 'person', CASE WHEN c.person_name IS NOT NULL THEN jsonb_build_object('name', c.person_name,
        'role', c.person_role, 'consentedOn', c.consented_on, 'verifiedOn', c.verified_on) END) ORDER BY c.position)
    FROM contacts c WHERE c.workspace_id = a.workspace_id AND c.actor_id = a.id), '[]'),
  'places', coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', p.id, 'kind', p.kind, 'label', p.label, 'address', p.address, 'postcode', p.postcode,
      'communeCode', p.commune_code, 'communeName', p.commune_name, 'hours', p.hours,
      'audience', p.audience, 'approximate', p.approximate,
      'point', ST_AsGeoJSON(p.point, 6)::jsonb) ORDER BY p.position)
    FROM places p WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id), '[]'),
  'area', jsonb_build_object(
    'communes', a.area_communes, 'zones', a.area_zones, 'polygon', ST_AsGeoJSON(a.area_polygon, 6)::jsonb))`

/** All its fields, as people write them. */
export const fieldsOf = sql`${commonFieldsOf} || jsonb_build_object('note', a.note)`

export type Current = {
  fields: ActorFields
  version: number
  archivedAt: string | null
  editedFields: string[]
}

/**
 * What is there now, locked until the transaction ends; undefined when there is no such actor. Throws when it lies beyond
 * what the writer's rights are limited to: whoever locks it means to write it.
 */
export async function lockActor(transaction: WorkspaceTransaction, id: string): Promise<Current | undefined> {
  const { tx, workspaceId } = transaction
  const [row] = await tx.execute<{
    fields: ActorFields
    version: number
    archived_at: string | null
    edited_fields: string[]
  }>(sql`SELECT ${fieldsOf} AS fields, a.version, a.archived_at, a.edited_fields
    FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${id}::uuid FOR UPDATE OF a`)
  if (!row) return undefined
  await refuseOutside(transaction, id)
  return {
    fields: row.fields,
    version: row.version,
    archivedAt: row.archived_at,
    editedFields: row.edited_fields,
  }
}

/** One actor as a reader may see it. */
export async function findActor(
  tx: Queries,
  { workspaceId, audience }: Reader,
  id: string,
  now: Date,
): Promise<Actor | undefined> {
  const [row] = await rowsOf<{ actor: Row }>(
    tx,
    sql`SELECT ${fieldsOf} || jsonb_build_object(
      'id', a.id, 'family', a.family, 'source', a.source, 'sourceId', a.source_id, 'sourceDate', a.source_date,
      'licence', a.licence, 'editedFields', a.edited_fields, 'fieldSources', a.field_sources,
      'goneAt', ${iso(sql`a.gone_at`)}, 'mergedInto', a.merged_into, 'partOf', a.part_of, 'version', a.version, 'archivedAt', ${iso(sql`a.archived_at`)},
      'createdAt', ${iso(sql`a.created_at`)}, 'updatedAt', ${iso(sql`a.updated_at`)}, 'openNow', ${openNowOf(now)},
      'offers', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', o.id, 'name', o.name, 'description', o.description, 'themes', o.themes, 'publics', o.publics) ORDER BY o.name)
        FROM offers o WHERE o.workspace_id = a.workspace_id AND o.actor_id = a.id), '[]')) AS actor
      FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${id}::uuid`,
  )
  if (!row) return undefined
  const actor = readableFields(audience, row.actor)
  const verifiedAt = actor.verifiedAt === null ? null : new Date(actor.verifiedAt)
  return { ...actor, freshness: freshness(verifiedAt, now), freshnessScore: freshnessScore(verifiedAt, now) }
}

/** Places of an actor `a` that the reader may see on the map: one column for each audience. */
export const pointsOf = ({ audience }: Reader): SQL =>
  ({
    public: sql`a.public_points`,
    partners: sql`a.partners_points`,
    private: sql`a.points`,
  })[audience]

/** What {@link ActorSummary} needs of an actor `a`. */
export const summaryOf = (
  reader: Reader,
  now: Date,
): SQL => sql`a.id, a.name, a.kind, a.family, a.type_id AS "typeId", ${pointsOf(reader)} AS places, a.audience,
  ${iso(sql`a.verified_at`)} AS "verifiedAt", ${openNowOf(now)} AS "openNow", a.archived_at IS NOT NULL AS archived,
  ARRAY(SELECT DISTINCT p.commune_name FROM places p
    WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id AND p.commune_name IS NOT NULL) AS communes,
  (SELECT ST_AsGeoJSON(p.point, 6)::jsonb FROM places p
    WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id AND p.point IS NOT NULL
    ORDER BY p.position LIMIT 1) AS point`

export type SummaryRow = Omit<ActorSummary, 'freshness'>

export const toSummary = (row: SummaryRow, now: Date): ActorSummary => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  family: row.family,
  typeId: row.typeId,
  communes: row.communes,
  places: row.places,
  archived: row.archived,
  verifiedAt: row.verifiedAt,
  openNow: row.openNow,
  audience: row.audience,
  point: row.point,
  freshness: freshness(row.verifiedAt === null ? null : new Date(row.verifiedAt), now),
})
