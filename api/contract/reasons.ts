import { z } from 'zod'
import { Id } from './common.ts'
import { recordEndpoints, recordOf } from './records.ts'

/**
 * Why one cooperates: the four reasons of the framing note, locked. « Repérer des publics inconnus », « être mis en
 * relation », « coordonner les acteurs de l'aller vers », « réaliser l'aller vers avec le public visé ».
 */
export const REASONS = [
  'find_unknown_publics',
  'be_introduced',
  'coordinate_outreach',
  'do_outreach_together',
] as const
export type LockedReason = (typeof REASONS)[number]

/** A locked reason, or one that the workspace added. */
export const ReasonId = z.union([z.enum(REASONS), Id])
export type ReasonId = z.infer<typeof ReasonId>

/** A reason that a workspace adds to the four. `likeReason`: the locked one whose way of looking it takes; null for none. */
export const ReasonFields = z.object({
  label: z.string().trim().min(1).max(120),
  likeReason: z.enum(REASONS).nullable(),
})
const ReasonInput = ReasonFields.extend({
  id: Id,
  likeReason: ReasonFields.shape.likeReason.default(null),
})
export const Reason = recordOf(ReasonFields)
export type Reason = z.infer<typeof Reason>

export const reasonEndpoints = recordEndpoints('/api/reasons', ReasonFields, Reason, ReasonInput)
