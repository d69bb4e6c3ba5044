import { type SQL, sql } from 'drizzle-orm'
import { type Traits, traitsOf } from '#api/domain/resemblance'
import type { Queries } from '#db/client'
import { rowsOf, textArray, uuidArray } from '#db/transaction'

type Row = Parameters<typeof traitsOf>[0]

/** What is compared of actors `a` that match, in the order of their ids. */
async function read(tx: Queries, where: SQL, limit: number): Promise<Traits[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT a.id, a.name, a.siret, a.finess, a.rna,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value)) FROM contacts c
        WHERE c.workspace_id = a.workspace_id AND c.actor_id = a.id), '[]') AS contacts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('address', p.address, 'postcode', p.postcode,
          'communeCode', p.commune_code, 'communeName', p.commune_name, 'point', CASE WHEN p.point IS NOT NULL
            THEN jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(ST_X(p.point), ST_Y(p.point))) END))
        FROM places p WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id), '[]') AS places
    FROM actors a WHERE ${where} AND a.archived_at IS NULL ORDER BY a.id LIMIT ${limit}::int`,
  )
  return rows.map(traitsOf)
}

/** The next actors after an id; null begins. */
export const traitsAfter = (tx: Queries, workspaceId: string, after: string | null, limit: number) =>
  read(
    tx,
    sql`a.workspace_id = ${workspaceId}::uuid AND a.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid`,
    limit,
  )

export const traitsOfActors = (tx: Queries, workspaceId: string, ids: readonly string[]) =>
  read(tx, sql`a.workspace_id = ${workspaceId}::uuid AND a.id = ANY (${uuidArray(ids)})`, ids.length)

/** What actors have that others may share: communes, numbers, phones by their last nine digits, addresses of e-mail. */
type Shared = Record<'communes' | 'numbers' | 'phones' | 'emails', string[]>

/** About 300 m, in degrees of latitude. */
const NEAR = 0.004

/** The ids of a few actors, and of all that may resemble them: in the same communes, close by, or sharing a number. */
export async function idsAround(
  tx: Queries,
  workspaceId: string,
  around: readonly Traits[],
): Promise<string[]> {
  const reached = (kind: string) =>
    around.flatMap(({ reach }) => reach.filter((said) => said.startsWith(kind)).map((said) => said.slice(6)))
  const shared: Shared = {
    communes: around.flatMap(({ places }) => places.flatMap(({ communeCode }) => communeCode ?? [])),
    numbers: around.flatMap(({ siret, finess, rna }) => [siret, finess, rna].filter((one) => one !== null)),
    phones: reached('phone ').map((digits) => digits.slice(-9)),
    emails: reached('email '),
  }
  const ids = uuidArray(around.map(({ id }) => id))
  const numbers = textArray(shared.numbers)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT a.id FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.commune_codes && ${textArray(shared.communes)}
    UNION SELECT unnest(${ids})
    UNION SELECT a.id FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid
      AND (a.siret = ANY (${numbers}) OR a.finess = ANY (${numbers}) OR a.rna = ANY (${numbers}))
    UNION SELECT c.actor_id FROM contacts c WHERE c.workspace_id = ${workspaceId}::uuid
      AND ((c.kind = 'phone' AND right(regexp_replace(c.value, '\\D', '', 'g'), 9) = ANY (${textArray(shared.phones)}))
        OR (c.kind = 'email' AND lower(c.value) = ANY (${textArray(shared.emails)})))
    UNION SELECT p.actor_id FROM places t JOIN places p ON p.workspace_id = t.workspace_id
      AND p.point && ST_Expand(t.point, ${NEAR}::float8)
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.actor_id = ANY (${ids})`,
  )
  return rows.map(({ id }) => id)
}

/** Actors that an import has brought or changed; what it changed is known until its rows are forgotten. */
export async function idsOfRun(tx: Queries, workspaceId: string, runId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT a.id FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.import_run = ${runId}::uuid
    UNION SELECT a.id FROM import_rows r JOIN actors a ON a.workspace_id = r.workspace_id AND a.id = r.entity_id
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.run_id = ${runId}::uuid AND r.outcome = 'updated'`,
  )
  return rows.map(({ id }) => id)
}
