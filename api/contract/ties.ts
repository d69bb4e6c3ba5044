import { z } from 'zod'
import { Day, Id } from './common.ts'
import { recordEndpoints, recordOf } from './records.ts'
import { Audience } from './roles.ts'

/** `absent`: somebody confirms that there is none. `unknown`: asked, and nobody knows. No tie at all: never asked. */
export const TIE_STATES = ['known', 'absent', 'unknown'] as const
export const TieState = z.enum(TIE_STATES)
export type TieState = z.infer<typeof TieState>

/** « Travaille avec », « connaît », « a entendu parler »: from near to far. */
export const TIE_KINDS = ['works_with', 'knows', 'heard_of'] as const
export const TieKind = z.enum(TIE_KINDS)
export type TieKind = z.infer<typeof TieKind>

/** What goes along a tie; a tie that carries several is multiplex. */
export const TIE_CONTENTS = [
  'information',
  'referral',
  'introduction',
  'joint_action',
  'means',
  'training',
] as const
/** `outward`: from the first actor to the second only. */
export const TIE_DIRECTIONS = ['mutual', 'outward'] as const
export const TIE_FREQUENCIES = ['weekly', 'monthly', 'quarterly', 'yearly', 'occasional'] as const
export const TIE_QUALITIES = ['trusting', 'correct', 'tense'] as const
export const TIE_BASES = ['seen', 'told', 'supposed'] as const

/** What is known of the tie between two actors. At most one for two actors, whichever comes first. */
export const TieFields = z.object({
  fromId: Id,
  toId: Id,
  state: TieState,
  /** Null unless the tie is known. */
  kind: TieKind.nullable(),
  contents: z.array(z.enum(TIE_CONTENTS)),
  direction: z.enum(TIE_DIRECTIONS),
  frequency: z.enum(TIE_FREQUENCIES).nullable(),
  quality: z.enum(TIE_QUALITIES).nullable(),
  /** By a convention, a charter, a written agreement; null: not known. */
  formalised: z.boolean().nullable(),
  since: Day.nullable(),
  until: Day.nullable(),
  basis: z.enum(TIE_BASES).nullable(),
  /** Who says so, or where it is written: an organisation, a document. */
  source: z.string().trim().min(1).max(200).nullable(),
  note: z.string().trim().min(1).max(2_000).nullable(),
  audience: Audience,
})
const { shape } = TieFields
export const TieInput = TieFields.extend({
  id: Id,
  state: shape.state.default('known'),
  kind: shape.kind.default(null),
  contents: shape.contents.default([]),
  direction: shape.direction.default('mutual'),
  frequency: shape.frequency.default(null),
  quality: shape.quality.default(null),
  formalised: shape.formalised.default(null),
  since: shape.since.default(null),
  until: shape.until.default(null),
  basis: shape.basis.default(null),
  source: shape.source.default(null),
  note: shape.note.default(null),
  audience: shape.audience.default('partners'),
})
export const Tie = recordOf(TieFields)
export type Tie = z.infer<typeof Tie>

export const tieEndpoints = recordEndpoints('/api/ties', TieFields, Tie, TieInput)
