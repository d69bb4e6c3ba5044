import { z } from 'zod'
import { BulkEdit } from './bulk.ts'
import { CommuneCode, Flag, Id, Instant, listOf, PageQuery } from './common.ts'
import { Contact } from './contacts.ts'
import type { Endpoint } from './endpoint.ts'
import { Area, BoundsQuery, Point } from './geometry.ts'
import { ACTOR_KINDS, APPROACHES, ENGAGEMENTS, Family, Public } from './nomenclature.ts'
import { Offer } from './offers.ts'
import { Provenance } from './provenance.ts'
import { Audience } from './roles.ts'

const Text = (max: number) => z.string().trim().max(max)
const Optional = (max: number) => Text(max).min(1).nullable()

/** `fixed`: people are received there. `stop`: an itinerant team stops there. `base`: not a place to go to. */
export const PLACE_KINDS = ['fixed', 'stop', 'base'] as const

export const Place = z.object({
  id: Id,
  kind: z.enum(PLACE_KINDS),
  label: Optional(120),
  address: Optional(300),
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  communeCode: CommuneCode.nullable(),
  communeName: Optional(120),
  point: Point.nullable(),
  /** OSM `opening_hours` syntax, as written: `Mo-Fr 09:00-12:00,14:00-17:00; PH off`. */
  hours: Optional(1_000),
  audience: Audience.default('public'),
  /** The point is somewhere in the commune: what a person's function says of where the person is. Written by the server. */
  approximate: z.boolean().default(false),
})
export type Place = z.infer<typeof Place>

/** Where the actor goes, which is not where it is. */
export const InterventionArea = z.object({
  communes: z.array(CommuneCode).max(2_000),
  zones: z.array(Id).max(2_000),
  polygon: Area.nullable(),
})
export type InterventionArea = z.infer<typeof InterventionArea>

/** The fields that people and imports write, each of which is saved, compared and undone on its own. */
export const ActorFields = z.object({
  kind: z.enum(ACTOR_KINDS),
  name: Text(200).min(1),
  description: Optional(10_000),
  typeId: z.string().min(2).max(60),
  secondaryTypeIds: z.array(z.string().min(2).max(60)).max(20),
  publics: z.array(Public),
  approaches: z.array(z.object({ approach: z.enum(APPROACHES), engagement: z.enum(ENGAGEMENTS) })),
  contacts: z.array(Contact).max(20),
  places: z.array(Place).max(200),
  area: InterventionArea,
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  finess: z
    .string()
    .regex(/^[0-9AB]{9}$/)
    .nullable(),
  rna: z
    .string()
    .regex(/^W[0-9A-Z]{9}$/)
    .nullable(),
  verifiedAt: Instant.nullable(),
  /** Who may see the actor at all. */
  audience: Audience,
  /** What the team keeps for itself: for trainers and managers alone. Absent for the others. */
  note: Optional(5_000).optional(),
})
export type ActorFields = z.infer<typeof ActorFields>
export type ActorField = keyof ActorFields

/** A new actor: its name and type are enough, everything else has a neutral value. The caller makes the id. */
export const ActorInput = z.object({
  id: Id,
  kind: ActorFields.shape.kind.default('organisation'),
  name: ActorFields.shape.name,
  description: ActorFields.shape.description.default(null),
  typeId: ActorFields.shape.typeId,
  secondaryTypeIds: ActorFields.shape.secondaryTypeIds.default([]),
  publics: ActorFields.shape.publics.default([]),
  approaches: ActorFields.shape.approaches.default([]),
  contacts: ActorFields.shape.contacts.default([]),
  places: ActorFields.shape.places.default([]),
  area: ActorFields.shape.area.default({ communes: [], zones: [], polygon: null }),
  siret: ActorFields.shape.siret.default(null),
  finess: ActorFields.shape.finess.default(null),
  rna: ActorFields.shape.rna.default(null),
  verifiedAt: ActorFields.shape.verifiedAt.default(null),
  audience: ActorFields.shape.audience.default('public'),
  note: ActorFields.shape.note,
})
export type ActorInput = z.input<typeof ActorInput>

/** `unverified`: nobody has checked it yet, which is not the same as `stale`. */
export const FRESHNESS = ['fresh', 'aging', 'stale', 'unverified'] as const
export const Freshness = z.enum(FRESHNESS)
export type Freshness = z.infer<typeof Freshness>

export const Actor = ActorFields.extend({
  id: Id,
  family: Family,
  ...Provenance.shape,
  freshness: Freshness,
  /** 1 under 6 months after verification, falling to 0 at 24; null when never verified. */
  freshnessScore: z.number().min(0).max(1).nullable(),
  openNow: z.boolean().nullable(),
  offers: z.array(Offer),
  version: z.int(),
  archivedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Actor = z.infer<typeof Actor>

/** One line of the list: enough to recognise and to place, nothing more. */
export const ActorSummary = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  family: Family,
  typeId: z.string(),
  communes: z.array(z.string()),
  freshness: Freshness,
  verifiedAt: Instant.nullable(),
  openNow: z.boolean().nullable(),
  audience: Audience,
  places: z.int(),
  /** The first place that has a point, to fly to. */
  point: Point.nullable(),
  archived: z.boolean(),
})
export type ActorSummary = z.infer<typeof ActorSummary>

/** The one filter: list, facets, tiles, export and the address of the page all speak it. */
export const ActorFilter = z.object({
  q: z.string().trim().max(200).optional(),
  territory: Id.optional(),
  family: listOf(Family),
  type: listOf(z.string()),
  kind: listOf(z.enum(ACTOR_KINDS)),
  public: listOf(Public),
  approach: listOf(z.enum(APPROACHES)),
  commune: listOf(z.string()),
  freshness: listOf(Freshness),
  /** Local time in France: `2026-11-24T18:30`. */
  openAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .optional(),
  openNow: Flag,
  bbox: BoundsQuery,
  archived: Flag,
})
export type ActorFilter = z.output<typeof ActorFilter>

/** `relevance` needs a text and otherwise means `name`; `verification` puts what is to be verified first. */
export const ACTOR_SORTS = ['relevance', 'name', 'verification', 'updated'] as const
export const ActorQuery = ActorFilter.extend({
  ...PageQuery.shape,
  sort: z.enum(ACTOR_SORTS).default('relevance'),
})
export type ActorQuery = z.output<typeof ActorQuery>

export const ActorPage = z.object({
  items: z.array(ActorSummary),
  /** Distinct actors that pass the filter. */
  total: z.int(),
  /** Their places that the map can draw. */
  places: z.int(),
  /** Actors of the total that have no point at all. */
  unplaced: z.int(),
  /** When nothing passes: how many would, without each active filter. */
  relax: z.array(z.object({ filter: z.string(), total: z.int() })),
  /** The words that were searched, after correction, when that differs from what was typed. */
  corrected: z.string().nullable(),
})
export type ActorPage = z.infer<typeof ActorPage>

const Bucket = z.object({ value: z.string(), label: z.string().nullable(), count: z.int() })
/** Distinct actors for each value; each facet ignores its own filter, so that a choice can be widened. */
export const ActorFacets = z.object({
  family: z.array(Bucket),
  type: z.array(Bucket),
  kind: z.array(Bucket),
  public: z.array(Bucket),
  commune: z.array(Bucket),
  freshness: z.array(Bucket),
  openNow: z.int(),
})
export type ActorFacets = z.infer<typeof ActorFacets>

/** `version` is the one that was read: a later write to the same field refuses this one. */
export const ActorPatch = z.object({ version: z.int(), set: ActorFields.partial() })

/** A write answers with the number under which it can be undone; null when nothing changed. */
export const ActorSaved = z.object({ actor: Actor, seq: z.int().nullable() })
export type ActorSaved = z.infer<typeof ActorSaved>

const SimilarQuery = z.object({
  name: z.string().trim().min(2).max(200),
  longitude: z.coerce.number().optional(),
  latitude: z.coerce.number().optional(),
})

const params = z.object({ id: Id })
export const actorEndpoints = {
  list: { method: 'GET', path: '/api/actors', query: ActorQuery, response: ActorPage },
  facets: { method: 'GET', path: '/api/actors/facets', query: ActorFilter, response: ActorFacets },
  similar: {
    method: 'GET',
    path: '/api/actors/similar',
    query: SimilarQuery,
    response: z.array(ActorSummary),
  },
  get: { method: 'GET', path: '/api/actors/:id', params, response: Actor },
  create: { method: 'POST', path: '/api/actors', body: ActorInput, response: ActorSaved },
  update: { method: 'PATCH', path: '/api/actors/:id', params, body: ActorPatch, response: ActorSaved },
  archive: { method: 'POST', path: '/api/actors/:id/archive', params, response: ActorSaved },
  restore: { method: 'POST', path: '/api/actors/:id/restore', params, response: ActorSaved },
  bulk: {
    method: 'POST',
    path: '/api/actors/bulk',
    body: BulkEdit,
    response: z.object({ changed: z.int(), seq: z.int().nullable() }),
  },
} as const satisfies Record<string, Endpoint>

/** Streams, so not endpoint objects: the whole filtered result as a file. */
export const EXPORT_FORMATS = ['csv', 'geojson'] as const
export const actorExportPath = '/api/actors/export/:format'
