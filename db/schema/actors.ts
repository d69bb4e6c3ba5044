import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type ActorFields, PLACE_KINDS } from '#contract/actors'
import { CONTACT_KINDS } from '#contract/contacts'
import { ACTOR_KINDS, FAMILIES } from '#contract/nomenclature'
import type { FieldSource } from '#contract/provenance'
import {
  areaColumn,
  audience,
  datesColumn,
  instant,
  minutesColumn,
  pointColumn,
  tsvectorColumn,
  workspaceId,
} from '#db/columns'

const emptyArray = sql`'{}'`

export const actors = pgTable(
  'actors',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    kind: text({ enum: ACTOR_KINDS }).notNull().default('organisation'),
    name: text().notNull(),
    description: text(),
    typeId: text().notNull(),
    secondaryTypeIds: text().array().notNull().default(emptyArray),
    publics: text().array().notNull().default(emptyArray),
    approaches: jsonb().$type<ActorFields['approaches']>().notNull().default([]),
    areaCommunes: text().array().notNull().default(emptyArray),
    areaZones: uuid().array().notNull().default(emptyArray),
    areaPolygon: areaColumn(),
    siret: text(),
    verifiedAt: instant(),
    source: text(),
    sourceId: text(),
    sourceDate: date({ mode: 'string' }),
    licence: text(),
    /** Numbers of the national registers of health and social establishments and of associations. */
    finess: text(),
    rna: text(),
    /** Where single fields come from, when that is not where the actor comes from. */
    fieldSources: jsonb().$type<Record<string, FieldSource>>().notNull().default({}),
    /** The import that brought it; invisible until that import is revealed. */
    importRun: uuid(),
    /** Since when its source does not list it any more. */
    goneAt: instant(),
    /** Found to be the same as another actor, into which it was merged; archived with it. */
    mergedInto: uuid(),
    /** Found to be a part of another actor: an antenna, the CCAS of a town hall. */
    partOf: uuid(),
    audience: audience(),
    note: text(),
    version: integer().notNull().default(1),
    /** Written by a person: an import must not overwrite them. */
    editedFields: text().array().notNull().default(emptyArray),
    archivedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
    /** What is below follows from the rest: `refresh_actors` writes them. */
    family: text({ enum: FAMILIES }).notNull().default('M'),
    communeCodes: text().array().notNull().default(emptyArray),
    /** Of these, what follows from the places that partners and the public may see. */
    partnersCommuneCodes: text().array().notNull().default(emptyArray),
    publicCommuneCodes: text().array().notNull().default(emptyArray),
    /** Places that the map draws, whoever looks: none once archived. */
    points: integer().notNull().default(0),
    /** Of these, what partners and the public may see. */
    partnersPoints: integer().notNull().default(0),
    publicPoints: integer().notNull().default(0),
    search: tsvectorColumn().notNull().default(sql`''`),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('actors_source_key').on(t.workspaceId, t.source, t.sourceId),
    index('actors_name').on(t.workspaceId, t.name, t.id),
    index('actors_counts')
      .on(t.workspaceId, t.audience, t.importRun, t.points, t.partnersPoints, t.publicPoints)
      .where(sql`archived_at IS NULL`),
    index('actors_search').using('gin', t.search),
    index('actors_communes').using('gin', t.communeCodes),
    index('actors_partners_communes').using('gin', t.partnersCommuneCodes),
    index('actors_public_communes').using('gin', t.publicCommuneCodes),
    index('actors_area_communes').using('gin', t.areaCommunes),
    index('actors_siret').on(t.workspaceId, t.siret).where(sql`siret IS NOT NULL`),
    index('actors_import_run').on(t.workspaceId, t.importRun).where(sql`import_run IS NOT NULL`),
    index('actors_merged').on(t.workspaceId, t.mergedInto).where(sql`merged_into IS NOT NULL`),
    index('actors_gone').on(t.workspaceId, t.goneAt).where(sql`gone_at IS NOT NULL`),
  ],
)

/** The narrower of the row's audience and its actor's: triggers write it, a policy reads it. */
const visibleTo = audience

const ownedByActor = (t: { workspaceId: never; actorId: never }) =>
  foreignKey({
    columns: [t.workspaceId, t.actorId],
    foreignColumns: [actors.workspaceId, actors.id],
  }).onDelete('cascade')

export const contacts = pgTable(
  'contacts',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    actorId: uuid().notNull(),
    position: integer().notNull(),
    kind: text({ enum: CONTACT_KINDS }).notNull(),
    value: text().notNull(),
    label: text(),
    audience: audience(),
    /** The natural person behind it, with the date of their consent; all null for the organisation's own. */
    personName: text(),
    personRole: text(),
    consentedOn: date({ mode: 'string' }),
    verifiedOn: date({ mode: 'string' }),
    importRun: uuid(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('contacts_actor').on(t.workspaceId, t.actorId),
    ownedByActor(t as never),
  ],
)

export const places = pgTable(
  'places',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    actorId: uuid().notNull(),
    position: integer().notNull(),
    kind: text({ enum: PLACE_KINDS }).notNull().default('fixed'),
    label: text(),
    address: text(),
    postcode: text(),
    communeCode: text(),
    communeName: text(),
    point: pointColumn(),
    hours: text(),
    audience: audience(),
    approximate: boolean().notNull().default(false),
    importRun: uuid(),
    visibleTo: visibleTo(),
    /** The same every week; null when the hours depend on the date. */
    openWeek: minutesColumn(),
    /** The coming year, day by day, when no week is like another; null otherwise. */
    openDates: datesColumn(),
    /** The last day that `open_dates` covers. */
    openUntil: date({ mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('places_actor').on(t.workspaceId, t.actorId),
    index('places_point').using('gist', t.point),
    ownedByActor(t as never),
  ],
)

export const offers = pgTable(
  'offers',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    actorId: uuid().notNull(),
    placeId: uuid(),
    source: text(),
    sourceId: text(),
    sourceDate: date({ mode: 'string' }),
    name: text().notNull(),
    description: text(),
    themes: text().array().notNull().default(emptyArray),
    publics: text().array().notNull().default(emptyArray),
    importRun: uuid(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('offers_source_key').on(t.workspaceId, t.source, t.sourceId),
    index('offers_actor').on(t.workspaceId, t.actorId),
    ownedByActor(t as never),
  ],
)

/** The words that the search knows: what a typing mistake is corrected with. */
export const searchLexemes = pgTable(
  'search_lexemes',
  { workspaceId: workspaceId(), audience: audience(), lexeme: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.audience, t.lexeme] }),
    index('search_lexemes_prefix').using('btree', t.lexeme.op('text_pattern_ops')),
    index('search_lexemes_trigrams').using('gist', t.lexeme.op('gist_trgm_ops')),
  ],
)
