import { sql } from 'drizzle-orm'
import { NIL } from 'uuid'
import type { z } from 'zod'
import { conditions, type FilterContext, freshnessOf } from '#api/features/actors/actors.filter.repository'
import type { ActorFilter } from '#contract/actors'
import type { Database } from '#db/client'
import { rowsOf } from '#db/transaction'
import { readWorkspace } from '#db/workspace'

/** One line of an export: an actor at one of its places, or an actor that has none. */
export type ExportRow = {
  id: string
  name: string
  kind: string
  family: string
  type: string
  description: string | null
  publics: string
  place: string | null
  address: string | null
  postcode: string | null
  commune_code: string | null
  commune: string | null
  longitude: number | null
  latitude: number | null
  /** The point is somewhere in the commune. */
  approximate: boolean | null
  hours: string | null
  phone: string | null
  email: string | null
  website: string | null
  siret: string | null
  finess: string | null
  rna: string | null
  source: string | null
  source_id: string | null
  source_date: string | null
  licence: string | null
  verified_at: string | null
  freshness: string
}

const PAGE = 2_000

const contact = (kind: string) =>
  sql.raw(`string_agg(value, ' | ' ORDER BY position) FILTER (WHERE kind = '${kind}')`)

/** Everything that passes the filter, a page at a time: memory does not grow with the result. */
export async function* exportRows(
  database: Database,
  filter: z.output<typeof ActorFilter>,
  context: FilterContext,
): AsyncGenerator<ExportRow[]> {
  let after: string = NIL
  for (;;) {
    const page = after
    const rows = await readWorkspace(database, context, (tx) =>
      rowsOf<ExportRow>(
        tx,
        sql`SELECT a.id, a.name, a.kind, a.family, coalesce(t.label_fr, a.type_id) AS type, a.description,
          array_to_string(a.publics, ' | ') AS publics, p.label AS place, p.address, p.postcode,
          p.commune_code, p.commune_name AS commune, ST_X(p.point) AS longitude, ST_Y(p.point) AS latitude, p.approximate, p.hours,
          c.phone, c.email, c.website,
          a.siret, a.finess, a.rna, a.source, a.source_id, a.source_date::text, a.licence,
          to_char(a.verified_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS verified_at, ${freshnessOf(context.now)} AS freshness
        FROM (SELECT * FROM actors a WHERE ${conditions(filter, context)} AND a.id > ${page}::uuid ORDER BY a.id LIMIT ${PAGE}::int) a
        LEFT JOIN actor_types t ON t.workspace_id = a.workspace_id AND t.id = a.type_id
        LEFT JOIN LATERAL (SELECT ${contact('phone')} AS phone, ${contact('email')} AS email, ${contact('website')} AS website
          -- A person's own number leaves by hand, from the card, not by the thousand.
          FROM contacts WHERE workspace_id = a.workspace_id AND actor_id = a.id AND person_name IS NULL) c ON true
        -- OFFSET 0 keeps it one look-up an actor: joined whole, every page would read all the places there are.
        LEFT JOIN LATERAL (
          SELECT * FROM places WHERE workspace_id = a.workspace_id AND actor_id = a.id OFFSET 0) p ON true
        ORDER BY a.id, p.position`,
      ),
    )
    if (rows.length) yield rows
    const last = rows.at(-1)?.id
    if (!last || new Set(rows.map(({ id }) => id)).size < PAGE) return
    after = last
  }
}
