import { type SQL, sql } from 'drizzle-orm'
import type { ExistingActor } from '#api/domain/import-comparison'
import type { ActorDraft } from '#api/domain/import-draft'
import type { OpeningIntervals } from '#api/domain/opening-hours'
import type { Place } from '#contract/actors'
import type { Queries } from '#db/client'
import { arrayText, rowsOf, textArray, uuidArray } from '#db/transaction'
import type { Decided, RunKey } from './staging.ts'

type Values = ExistingActor['fields'] & Pick<ExistingActor, 'sourceDate' | 'licence'>
type NewActor = { id: string; draft: ActorDraft; values: Values }
type Placed = { actor: NewActor; place: Place; position: number }
type Text = string | null

const numbers = (values: readonly (number | null)[], type: 'int' | 'float8'): SQL =>
  sql`${sql.param(`{${values.map((value) => value ?? 'NULL').join()}}`)}::${sql.raw(type)}[]`

/** The intervals that the reader worked out, in PostgreSQL's notation. */
const weekOf = (opening: OpeningIntervals | null): Text =>
  opening?.kind === 'weekly' ? `{${opening.week.map(([from, to]) => `[${from},${to})`).join()}}` : null
const datesOf = (opening: OpeningIntervals | null): Text =>
  opening?.kind === 'dated' ? `{${opening.dates.map(([from, to]) => `["${from}","${to}")`).join()}}` : null
const untilOf = (opening: OpeningIntervals | null): Text => (opening?.kind === 'dated' ? opening.until : null)

/**
 * With what `refresh_actors` would work out of a new public actor with one public place, and the words that it is found
 * by, in the same statement. What types say is worked out once for each type.
 */
function insertActors(tx: Queries, { workspaceId, runId }: RunKey, actors: readonly NewActor[]) {
  const text = (of: (actor: NewActor) => Text) => textArray(actors.map(of))
  const value = (of: (values: Values) => Text) => text(({ values }) => of(values))
  const place = (of: (place: Place) => Text) =>
    value(({ places: [first] }) => (first === undefined ? null : of(first)))
  const isPlaced = numbers(
    actors.map(({ values }) => (values.places[0]?.point ? 1 : 0)),
    'int',
  )
  return rowsOf(
    tx,
    sql`WITH kinds AS MATERIALIZED (
        SELECT id, family, concat_ws(' ', label_fr, label_en, array_to_string(aliases, ' ')) AS words,
          concat_ws(' ', label_fr, array_to_string(aliases, ' ')) AS secondary_words
        FROM actor_types WHERE workspace_id = ${workspaceId}::uuid),
      brought AS (
        INSERT INTO actors (workspace_id, id, source, source_id, import_run, name, description, type_id,
          secondary_type_ids, publics, siret, finess, rna, source_date, licence, family, commune_codes,
          partners_commune_codes, public_commune_codes, points, partners_points, public_points, search)
        SELECT ${workspaceId}::uuid, n.id, n.source, n.source_id, ${runId}::uuid, n.name, n.description, n.type_id,
          n.secondary::text[], n.publics::text[], n.siret, n.finess, n.rna, n.source_date::date, n.licence,
          coalesce(k.family, 'M'), c.codes, c.codes, c.codes, n.points, n.points, n.points,
          search_document(n.name, concat_ws(' ', k.words, CASE WHEN n.secondary <> '{}' THEN (
              SELECT string_agg(o.secondary_words, ' ') FROM kinds o WHERE o.id = ANY (n.secondary::text[])) END),
            n.place_words, n.description)
        FROM unnest(${uuidArray(actors.map(({ id }) => id))}, ${text(({ draft }) => draft.source)},
            ${text(({ draft }) => draft.sourceId)}, ${value((v) => v.name)}, ${value((v) => v.description)},
            ${value((v) => v.typeId)}, ${value((v) => arrayText(v.secondaryTypeIds))},
            ${value((v) => arrayText(v.publics ?? []))}, ${value((v) => v.siret)}, ${value((v) => v.finess)},
            ${value((v) => v.rna)}, ${value((v) => v.sourceDate)}, ${value((v) => v.licence)},
            ${place((p) => p.communeCode)}, ${place(wordsOf)}, ${isPlaced})
          AS n(id, source, source_id, name, description, type_id, secondary, publics, siret, finess, rna, source_date,
            licence, commune_code, place_words, points)
          LEFT JOIN kinds k ON k.id = n.type_id
          CROSS JOIN LATERAL (SELECT array_remove(ARRAY[n.commune_code], NULL) AS codes) AS c
        RETURNING search)
      INSERT INTO search_lexemes (workspace_id, audience, lexeme)
      SELECT ${workspaceId}::uuid, 'public', w.lexeme
      FROM (SELECT DISTINCT lexeme FROM brought, unnest(tsvector_to_array(search)) AS lexeme) AS w
      WHERE NOT EXISTS (SELECT 1 FROM search_lexemes s
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.audience = 'public' AND s.lexeme = w.lexeme)
      ON CONFLICT DO NOTHING`,
  )
}

const wordsOf = ({ communeName, label, address }: Place): string =>
  [communeName, label, address].filter((word) => word !== null).join(' ')

function insertContacts(tx: Queries, { workspaceId, runId }: RunKey, actors: readonly NewActor[]) {
  const contacts = actors.flatMap(({ id: actorId, values }) =>
    values.contacts.map((contact, position) => ({ ...contact, actorId, position })),
  )
  if (contacts.length === 0) return
  return rowsOf(
    tx,
    sql`INSERT INTO contacts (workspace_id, import_run, id, actor_id, position, kind, value, label)
      SELECT ${workspaceId}::uuid, ${runId}::uuid, c.* FROM unnest(${uuidArray(contacts.map(({ id }) => id))},
        ${uuidArray(contacts.map(({ actorId }) => actorId))},
        ${numbers(
          contacts.map(({ position }) => position),
          'int',
        )},
        ${textArray(contacts.map(({ kind }) => kind))}, ${textArray(contacts.map(({ value }) => value))},
        ${textArray(contacts.map(({ label }) => label))}) AS c`,
  )
}

/** Places, and what the map draws of those that have a point. */
function insertPlaces(tx: Queries, { workspaceId, runId }: RunKey, placed: readonly Placed[]) {
  const text = (of: (placed: Placed) => Text) => textArray(placed.map(of))
  const place = (of: (place: Place) => Text) => text(({ place }) => of(place))
  const axis = (n: 0 | 1) =>
    numbers(
      placed.map(({ place }) => place.point?.coordinates[n] ?? null),
      'float8',
    )
  return rowsOf(
    tx,
    sql`WITH said AS MATERIALIZED (
        SELECT n.*, ST_SetSRID(ST_MakePoint(n.x, n.y), 4326) AS point
        FROM unnest(${uuidArray(placed.map(({ place }) => place.id))},
            ${uuidArray(placed.map(({ actor }) => actor.id))},
            ${numbers(
              placed.map(({ position }) => position),
              'int',
            )},
            ${place((p) => p.kind)}, ${place((p) => p.label)}, ${place((p) => p.address)}, ${place((p) => p.postcode)},
            ${place((p) => p.communeCode)}, ${place((p) => p.communeName)}, ${axis(0)}, ${axis(1)},
            ${place((p) => p.hours)}, ${text(({ actor }) => weekOf(actor.draft.opening))},
            ${text(({ actor }) => datesOf(actor.draft.opening))}, ${text(({ actor }) => untilOf(actor.draft.opening))},
            ${text(({ actor }) => actor.values.name)}, ${text(({ actor }) => actor.values.typeId)})
          AS n(id, actor_id, position, kind, label, address, postcode, commune_code, commune_name, x, y, hours, week,
            dates, until, name, type_id)),
      drawn AS (
        INSERT INTO map_points (workspace_id, place_id, actor_id, family, name, audience, import_run, geom)
        SELECT ${workspaceId}::uuid, n.id, n.actor_id, coalesce(t.family, 'M'), n.name, 'public', ${runId}::uuid,
          ST_Transform(n.point, 3857)
        FROM said n LEFT JOIN actor_types t ON t.workspace_id = ${workspaceId}::uuid AND t.id = n.type_id
        WHERE n.point IS NOT NULL)
      INSERT INTO places (workspace_id, import_run, id, actor_id, position, kind, label, address, postcode,
        commune_code, commune_name, point, hours, open_week, open_dates, open_until)
      SELECT ${workspaceId}::uuid, ${runId}::uuid, id, actor_id, position, kind, label, address, postcode,
        commune_code, commune_name, point, hours, week::int4multirange, dates::tsmultirange, until::date FROM said`,
  )
}

/**
 * Inserts actors with their contacts, places, map points and words, hidden with their run. Everything travels as one
 * list for each column: of JSON, the database reads all again for each of them.
 *
 * @throws a unique violation when somebody has brought one of them meanwhile
 */
export async function insertNewActors(
  tx: Queries,
  run: RunKey,
  created: readonly Decided<ActorDraft>[],
): Promise<void> {
  const actors = created.map(
    ({ draft, comparison }): NewActor => ({
      id: comparison.entityId!,
      draft,
      values: comparison.set as Values,
    }),
  )
  const placed = actors.flatMap((actor) =>
    actor.values.places.map((place, position) => ({ actor, place, position })),
  )
  // Sent one behind the other, in the order in which they need each other.
  await Promise.all([
    insertActors(tx, run, actors),
    insertContacts(tx, run, actors),
    placed.length > 0 ? insertPlaces(tx, run, placed) : null,
  ])
}
