import { z } from 'zod'
import { Day, Flag, Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Area } from './geometry.ts'
import { PUBLIC_FLAGS } from './target-publics.ts'
import { ZoneLevel } from './zones.ts'

/** An area that was brushed, whole zones, or « quelque part ici ». Never a point. */
export const OBSERVATION_SHAPES = ['hexagons', 'zones', 'somewhere'] as const
/** Odenore: non-connaissance, non-réception, non-demande, non-proposition; and « ne sait pas ». */
export const CAUSES = ['not_known', 'not_received', 'not_asked', 'not_offered', 'does_not_know'] as const
export const Cause = z.enum(CAUSES)
export type Cause = z.infer<typeof Cause>
/** Seen, told by somebody concerned or by a partner, or supposed. */
export const OBSERVATION_SOURCES = ['seen', 'told', 'supposed'] as const
export const CONFIDENCES = ['low', 'medium', 'high'] as const
/** From where one looks. */
export const AUTHOR_ROLES = [
  'volunteer',
  'inhabitant',
  'peer',
  'mediator',
  'social_worker',
  'institution',
  'elected',
  'other',
] as const
/** What one says: people who do not claim may live here; we looked and saw nobody; the figures are not what we see. */
export const STANCES = ['seen_here', 'nobody_seen', 'not_what_we_see'] as const

const NOTE_MAX = 500

/**
 * What somebody sees, in an area of at least 200 m across: never a person, a building, a camp, a squat or a shelter. The note
 * may hold no name, phone number or address: refused with `note_names_someone` and what was found.
 */
export const ObservationInput = z.object({
  id: Id,
  roundId: Id,
  groupId: Id.nullable().default(null),
  stance: z.enum(STANCES).default('seen_here'),
  shape: z.enum(OBSERVATION_SHAPES),
  /** Hexagons of the fixed grid (200 m between sides, EPSG:2154) as `q,r`; for `hexagons` and `somewhere`. */
  hexagons: z
    .array(z.string().regex(/^-?\d{1,5},-?\d{1,5}$/))
    .max(2_000)
    .default([]),
  /** For `zones`. */
  zoneIds: z.array(Id).max(200).default([]),
  flags: z.array(z.enum(PUBLIC_FLAGS)).default([]),
  publicIds: z.array(Id).max(20).default([]),
  causes: z.array(Cause).default([]),
  source: z.enum(OBSERVATION_SOURCES),
  confidence: z.enum(CONFIDENCES),
  authorRole: z.enum(AUTHOR_ROLES),
  observedOn: Day,
  note: z.string().trim().min(1).max(NOTE_MAX).nullable().default(null),
})
export type ObservationInput = z.infer<typeof ObservationInput>

/** What is read of one, after the reveal: who said it stays with the group and the role, never a name. */
export const Observation = ObservationInput.extend({
  area: Area,
  expiresOn: Day,
  createdAt: Instant,
})
export type Observation = z.infer<typeof Observation>

/** A time of looking together. Until the trainer reveals it, what was put down is read by nobody. */
export const Round = z.object({
  id: Id,
  /** A question: « Où vivent des personnes que personne ne rencontre ? » */
  question: z.string(),
  openedAt: Instant,
  revealedAt: Instant.nullable(),
  /** The day on which its observations go. */
  expiresOn: Day,
  /** How many were put down, by how many groups and persons alone: all that is said before the reveal. */
  observations: z.int(),
  voices: z.int(),
})
export type Round = z.infer<typeof Round>

/** What several say of one zone. */
export const ZoneReading = z.object({
  zoneId: Id,
  code: z.string(),
  name: z.string(),
  /** Voices (groups, or persons alone) that see people there, that saw nobody, and that do not agree with the figures. */
  seen: z.int(),
  nobody: z.int(),
  contested: z.int(),
  flags: z.array(z.enum(PUBLIC_FLAGS)),
  causes: z.array(Cause),
})
export type ZoneReading = z.infer<typeof ZoneReading>

const OfOne = z.object({ id: Id })

export const observationEndpoints = {
  rounds: { method: 'GET', path: '/api/rounds', response: z.array(Round) },
  open: {
    method: 'POST',
    path: '/api/rounds',
    body: z.object({ id: Id, question: z.string().trim().min(1).max(200) }),
    response: Round,
  },
  /** Everybody reads it from then on; nothing can be added. Problem `round_is_revealed` (409). */
  reveal: { method: 'POST', path: '/api/rounds/:id/reveal', params: OfOne, response: Round },
  /** Keeps its observations 30 days more, once. Problem `round_was_extended` (409). */
  extend: { method: 'POST', path: '/api/rounds/:id/extend', params: OfOne, response: Round },
  /**
   * Answers nothing but that it was kept. Problems: `round_is_revealed` (409); 422: `observation_too_small`,
   * `note_names_someone` and `note_locates_protected_place` with what was `found` in the note, by `kind` and `piece`.
   */
  put: {
    method: 'POST',
    path: '/api/observations',
    body: ObservationInput,
    response: z.object({ id: Id, roundId: Id, expiresOn: Day }),
  },
  /** Takes back what one put down oneself, before the reveal; afterwards, whoever may reveal can. */
  withdraw: {
    method: 'DELETE',
    path: '/api/observations/:id',
    params: OfOne,
    response: z.object({ id: Id }),
  },
  /** Of revealed rounds only: of others, an empty list. */
  list: {
    method: 'GET',
    path: '/api/observations',
    query: z.object({ round: Id.optional(), expired: Flag }),
    response: z.array(Observation),
  },
  zones: {
    method: 'GET',
    path: '/api/observations/zones',
    query: z.object({
      round: Id.optional(),
      level: ZoneLevel.default('iris'),
      vintage: z.string().max(20),
      territory: Id.optional(),
    }),
    response: z.array(ZoneReading),
  },
} as const satisfies Record<string, Endpoint>
