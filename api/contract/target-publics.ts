import { z } from 'zod'
import { Id } from './common.ts'
import { Public } from './nomenclature.ts'
import { recordEndpoints, recordOf } from './records.ts'

/**
 * Competence 2, « aller vers qui ? »: persons « qui n'expriment pas de demandes et/ou qui n'ont pas accès à leurs droits
 * et/ou avec qui il serait nécessaire de prendre le temps de rentrer en relation ».
 */
export const PUBLIC_FLAGS = ['no_expressed_demand', 'no_access_to_rights', 'time_to_relate'] as const
const PublicFlag = z.enum(PUBLIC_FLAGS)

/** A public that outreach is for. A group of people in general, never a person. */
export const TargetPublicFields = z.object({
  name: z.string().trim().min(1).max(120),
  flags: z.array(PublicFlag),
  /** One of « publics déjà identifiés », or still unknown to the services. */
  known: z.boolean(),
  /** The words of the nomenclature that describe it: what actors say whom they receive with. */
  publics: z.array(Public),
  note: z.string().trim().min(1).max(2_000).nullable(),
})
export const TargetPublicInput = TargetPublicFields.extend({
  id: Id,
  flags: TargetPublicFields.shape.flags.default([]),
  known: TargetPublicFields.shape.known.default(false),
  publics: TargetPublicFields.shape.publics.default([]),
  note: TargetPublicFields.shape.note.default(null),
})
export const TargetPublic = recordOf(TargetPublicFields)
export type TargetPublic = z.infer<typeof TargetPublic>

export const targetPublicEndpoints = recordEndpoints(
  '/api/publics',
  TargetPublicFields,
  TargetPublic,
  TargetPublicInput,
)
