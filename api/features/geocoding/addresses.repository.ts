import { sql } from 'drizzle-orm'
import type { KnownAddress } from '#api/domain/address-match'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'

export type KnownCommune = { code: string; name: string; postcodes: string[] }

/** Communes that have one of the postcodes, or one of the names as `communeKey` gives them. */
export const findCommunes = (
  tx: Queries,
  postcodes: readonly string[],
  names: readonly string[],
): Promise<KnownCommune[]> =>
  rowsOf(
    tx,
    sql`SELECT DISTINCT ON (code) code, name, postcodes FROM zones
      WHERE level = 'commune' AND (postcodes && ${textArray(postcodes)} ${
        names.length > 0
          ? sql`OR regexp_replace(regexp_replace(plain(name), '[^a-z0-9]+', ' ', 'g'), '^(l|la|le|les) ', '') = ANY (${textArray(names)})`
          : sql``
      }) ORDER BY code, cardinality(postcodes) = 0, vintage DESC`,
  )

/** What communes have become: pairs of an old code and the one that holds now. */
export const findSuccessors = (
  tx: Queries,
  codes: readonly string[],
): Promise<{ from: string; to: string }[]> =>
  rowsOf(
    tx,
    sql`SELECT code_from AS "from", code_to AS "to" FROM movements
      WHERE level = 'commune' AND code_from = ANY (${textArray(codes)}) AND code_to <> code_from`,
  )

/** A street of a commune. */
export type Street = { communeCode: string; key: string }

/** Every known address of some streets. */
export const findAddresses = (
  tx: Queries,
  workspaceId: string,
  streets: readonly Street[],
): Promise<KnownAddress[]> =>
  rowsOf(
    tx,
    sql`SELECT a.number, a.street, a.street_key AS "streetKey", a.postcode, a.commune_code AS "communeCode",
        a.commune_name AS "communeName", ST_X(a.point) AS lng, ST_Y(a.point) AS lat
      FROM unnest(${textArray(streets.map(({ communeCode }) => communeCode))},
        ${textArray(streets.map(({ key }) => key))}) AS wanted (commune, key)
      JOIN addresses a ON a.workspace_id = ${workspaceId}::uuid
        AND a.commune_code = wanted.commune AND a.street_key = wanted.key
      ORDER BY a.id`,
  )

/** The keys of every street of some communes. */
export const findStreetKeys = (
  tx: Queries,
  workspaceId: string,
  codes: readonly string[],
): Promise<Street[]> =>
  rowsOf(
    tx,
    sql`SELECT DISTINCT commune_code AS "communeCode", street_key AS key FROM addresses
      WHERE workspace_id = ${workspaceId}::uuid AND commune_code = ANY (${textArray(codes)})`,
  )

export const countAddresses = async (
  tx: Queries,
  workspaceId: string,
): Promise<{ addresses: number; communes: number }> => {
  const [row] = await rowsOf<{ addresses: number; communes: number }>(
    tx,
    sql`SELECT count(*)::int AS addresses, count(DISTINCT commune_code)::int AS communes
      FROM addresses WHERE workspace_id = ${workspaceId}::uuid`,
  )
  return row!
}
