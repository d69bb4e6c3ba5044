import { z } from 'zod'
import { Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { ReasonId } from './reasons.ts'

/** Ordinal: 0 none, 3 indispensable (need) or easy (possibility). Never added, never multiplied. */
export const LEVELS = [0, 1, 2, 3] as const
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Level = z.infer<typeof Level>

/** Where a judgement on the need comes from. */
export const EVIDENCE_KINDS = ['seen', 'told', 'supposed'] as const

/** What the possibility is judged on; each may hold back or help, or has not been looked at. */
export const FACTORS = ['mandate', 'time', 'trust', 'framework', 'accessibility'] as const
const Factor = z.enum(FACTORS)
export const FACTOR_EFFECTS = ['brake', 'lever'] as const

/**
 * Competence 3: « ajuster les fonctionnements courants des structures », « garantir le temps et la disponibilité »,
 * « permettre une prise d'initiative », « appréhender la prise de risque ».
 */
export const CONDITIONS = [
  'adjusted_functioning',
  'time_and_availability',
  'initiative',
  'risk_taking',
] as const
export const Condition = z.enum(CONDITIONS)
export const CONDITION_STATES = ['acquired', 'to_negotiate', 'absent'] as const

export const ASSESSOR_KINDS = ['person', 'group'] as const
/** Whose judgement it is. */
export const Assessor = z.object({ kind: z.enum(ASSESSOR_KINDS), id: Id })
export type Assessor = z.infer<typeof Assessor>

const Judgement = z.object({
  actorId: Id,
  reasonId: ReasonId,
  /** The target public it is about; null for any. */
  publicId: Id.nullable(),
  /** Null: no opinion. Both null withdraws what the assessor said before. */
  need: Level.nullable(),
  possibility: Level.nullable(),
})

/** The latest judgement of one assessor on one actor, for one reason and one public. */
export const AssessmentMark = Judgement.extend({ id: Id, assessor: Assessor, at: Instant })
export type AssessmentMark = z.infer<typeof AssessmentMark>

const Ground = z.object({
  evidence: z.string().trim().min(1).max(2_000).nullable(),
  evidenceKind: z.enum(EVIDENCE_KINDS).nullable(),
  factors: z.partialRecord(Factor, z.enum(FACTOR_EFFECTS)),
  conditions: z.partialRecord(Condition, z.enum(CONDITION_STATES)),
  note: z.string().trim().min(1).max(2_000).nullable(),
})

/** One judgement with what it rests on. It is never changed: another one follows it. */
export const Assessment = AssessmentMark.extend({
  ...Ground.shape,
  /** The name of whoever wrote it. */
  author: z.string(),
  /** Whether it is the latest of its assessor on this actor, reason and public. */
  current: z.boolean(),
})
export type Assessment = z.infer<typeof Assessment>

/** `assessor`: oneself, or a group that one speaks for. */
export const AssessmentInput = Judgement.extend({
  id: Id,
  publicId: Judgement.shape.publicId.default(null),
  assessor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('group'), id: Id }),
  ]),
  evidence: Ground.shape.evidence.default(null),
  evidenceKind: Ground.shape.evidenceKind.default(null),
  factors: Ground.shape.factors.default({}),
  conditions: Ground.shape.conditions.default({}),
  note: Ground.shape.note.default(null),
})
export type AssessmentInput = z.input<typeof AssessmentInput>

export const DISCUSSION_OUTCOMES = ['agreed', 'still_differ'] as const
/** What a room said about a disagreement. It closes the prompt until somebody judges again. */
export const DiscussionInput = z.object({
  id: Id,
  actorId: Id,
  reasonId: ReasonId,
  publicId: Id.nullable().default(null),
  outcome: z.enum(DISCUSSION_OUTCOMES),
  text: z.string().trim().min(1).max(2_000).nullable().default(null),
})
export const Discussion = z.object({
  ...DiscussionInput.shape,
  publicId: Id.nullable(),
  text: z.string().nullable(),
  at: Instant,
  author: z.string(),
})
export type Discussion = z.infer<typeof Discussion>

export const AssessorName = Assessor.extend({ name: z.string() })
export type AssessorName = z.infer<typeof AssessorName>

const params = z.object({ id: Id })
export const assessmentEndpoints = {
  /** Everything that counts now, for every actor that the reader sees, and who said it. */
  list: {
    method: 'GET',
    path: '/api/assessments',
    response: z.object({
      items: z.array(AssessmentMark),
      assessors: z.array(AssessorName),
      discussions: z.array(Discussion),
    }),
  },
  /** Everything that was ever said of one actor, latest first. */
  ofActor: {
    method: 'GET',
    path: '/api/actors/:id/assessments',
    params,
    response: z.array(Assessment),
  },
  add: {
    method: 'POST',
    path: '/api/assessments',
    body: AssessmentInput,
    response: z.object({ assessment: Assessment, seq: z.int().nullable() }),
  },
  discuss: { method: 'POST', path: '/api/discussions', body: DiscussionInput, response: Discussion },
} as const satisfies Record<string, Endpoint>
