import { sql } from 'drizzle-orm'
import { streetKey } from '#api/domain/address-key'
import type { Database } from '#db/client'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { rowsAsOperator } from './database.ts'

export type Ban = {
  street: string
  number?: string
  point?: [number, number]
  code?: string
  commune?: string
  postcode?: string
  workspaceId?: string
}

let serial = 0

/** Puts addresses of the BAN into a workspace, in Lille unless said otherwise. */
export async function putAddresses(database: Database, list: readonly Ban[]): Promise<void> {
  const rows = list.map(
    ({
      street,
      number = '',
      point: [lng, lat] = [3.06, 50.63],
      code = '59350',
      commune = 'Lille',
      postcode = '59000',
      workspaceId = DEFAULT_WORKSPACE,
    }) => sql`(${workspaceId}::uuid, ${`ban_${serial++}`}, ${number}, ${street}, ${streetKey(street)}, ${postcode},
      ${code}, ${commune}, ST_SetSRID(ST_MakePoint(${lng}::float8, ${lat}::float8), 4326))`,
  )
  await rowsAsOperator(
    database,
    sql`INSERT INTO addresses (workspace_id, id, number, street, street_key, postcode, commune_code, commune_name, point)
      VALUES ${sql.join(rows, sql`, `)}`,
  )
}

/** Communes as the official list has them, without contours. */
export async function putCommunes(
  database: Database,
  list: readonly { code: string; name: string; postcodes: string[] }[],
): Promise<void> {
  for (const { code, name, postcodes } of list)
    await rowsAsOperator(
      database,
      sql`INSERT INTO zones (id, level, code, name, vintage, source, communes, postcodes)
        VALUES (gen_random_uuid(), 'commune', ${code}, ${name}, '2026', 'test', ARRAY[${code}::text], ${`{${postcodes.join()}}`}::text[])
        ON CONFLICT DO NOTHING`,
    )
}
