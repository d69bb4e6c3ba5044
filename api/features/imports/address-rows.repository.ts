import { type SQL, sql } from 'drizzle-orm'
import type { AddressDraft } from '#api/domain/import-draft'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import { compareKeyed, type Existing } from './keyed-rows.ts'
import { sliceOf } from './staging.repository.ts'
import type { Drafted, Target } from './staging.ts'

type Row = Omit<AddressDraft, 'what' | 'id' | 'point'> & {
  line: number
  longitude: number
  latitude: number
  ours: boolean
}

const numbers = (values: readonly number[], type: 'int' | 'float8'): SQL =>
  sql`${sql.param(`{${values.join()}}`)}::${sql.raw(type)}[]`

const valuesOf = ({ what: _, id: __, point, ...said }: AddressDraft) => ({
  ...said,
  point: point.coordinates,
})

async function findExisting(
  tx: Queries,
  workspaceId: string,
  rows: readonly Drafted<AddressDraft>[],
): Promise<Map<number, Existing>> {
  const found = await rowsOf<Row>(
    tx,
    sql`SELECT k.line, a.* FROM unnest(${numbers(
      rows.map(({ line }) => line),
      'int',
    )},
        ${textArray(rows.map(({ draft }) => draft.id))}) AS k(line, id)
      CROSS JOIN LATERAL (
        SELECT number, street, street_key AS "streetKey", postcode, commune_code AS "communeCode",
          commune_name AS "communeName", ST_X(point) AS longitude, ST_Y(point) AS latitude,
          coalesce(import_run = current_import(), false) AS ours
        FROM addresses a WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = k.id LIMIT 1) AS a`,
  )
  return new Map(
    found.map(({ line, ours, longitude, latitude, ...said }) => [
      line,
      { values: { ...said, point: [longitude, latitude] }, entityId: null, ours },
    ]),
  )
}

/** Addresses of the BAN, by its identifier: millions of them, which do not wait. */
export const addressRows: Target<AddressDraft> = {
  keeps: 'remarkable',
  fills: ['addresses'],

  async compare(tx, workspaceId, rows) {
    const existing = await findExisting(tx, workspaceId, rows)
    return compareKeyed(rows, existing, { keyOf: ({ id }) => id, valuesOf })
  },

  async insert(tx, { workspaceId, runId }, created) {
    const drafts = created.map(({ draft }) => draft)
    const texts = (of: (draft: AddressDraft) => string) => textArray(drafts.map(of))
    await rowsOf(
      tx,
      sql`INSERT INTO addresses (workspace_id, import_run, id, number, street, street_key, postcode, commune_code, commune_name, point)
        SELECT ${workspaceId}::uuid, ${runId}::uuid, id, number, street, street_key, nullif(postcode, ''), commune_code,
          commune_name, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
        FROM unnest(${texts(({ id }) => id)}, ${texts(({ number }) => number)}, ${texts(({ street }) => street)},
          ${texts(({ streetKey }) => streetKey)}, ${texts(({ postcode }) => postcode ?? '')},
          ${texts(({ communeCode }) => communeCode)}, ${texts(({ communeName }) => communeName)},
          ${numbers(
            drafts.map(({ point }) => point.coordinates[0]),
            'float8',
          )},
          ${numbers(
            drafts.map(({ point }) => point.coordinates[1]),
            'float8',
          )})
          AS a(id, number, street, street_key, postcode, commune_code, commune_name, longitude, latitude)`,
    )
  },

  async update(tx, slice) {
    await tx.execute(sql`UPDATE addresses a SET number = r.draft->>'number', street = r.draft->>'street',
        street_key = r.draft->>'streetKey', postcode = r.draft->>'postcode', commune_code = r.draft->>'communeCode',
        commune_name = r.draft->>'communeName',
        point = ST_SetSRID(ST_GeomFromGeoJSON((r.draft->'point')::text), 4326)
      FROM import_rows r WHERE ${sliceOf(slice, 'updated')} AND a.workspace_id = r.workspace_id AND a.id = r.draft->>'id'`)
  },
}
