import { z } from 'zod'
import { CommuneCode, Id } from './common.ts'
import { ReasonId } from './reasons.ts'
import { involvementOf, recordEndpoints, recordOf } from './records.ts'
import { Audience } from './roles.ts'

/** « Les instances de concertation, d'instruction ou de décision. » */
export const BODY_KINDS = ['consultation', 'casework', 'decision'] as const
export const BODY_FREQUENCIES = [
  'weekly',
  'monthly',
  'every_two_months',
  'quarterly',
  'twice_a_year',
  'yearly',
  'on_demand',
] as const
/** `absentee`: should sit there and does not. */
export const BODY_ROLES = ['secretariat', 'member', 'guest', 'absentee'] as const

const Text = (max: number) => z.string().trim().min(1).max(max)

/** A body where actors sit together. Never an actor itself; sitting in it is not a tie. */
export const BodyFields = z.object({
  kind: z.enum(BODY_KINDS),
  name: Text(200),
  acronym: Text(20).nullable(),
  /** What the acronym means here: PTS and CDS mean several things. Needed with an acronym. */
  localMeaning: Text(200).nullable(),
  /** What it decides, instructs or talks about. */
  purpose: Text(2_000).nullable(),
  perimeterCommunes: z.array(CommuneCode).max(2_000),
  /** Its perimeter in words, when communes do not say it. */
  perimeter: Text(200).nullable(),
  frequency: z.enum(BODY_FREQUENCIES).nullable(),
  actors: involvementOf(BODY_ROLES),
  reasonIds: z.array(ReasonId).max(50),
  /** Local time in France: `2026-12-08T14:00`. */
  nextMeeting: z.iso.datetime({ local: true, precision: -1 }).regex(/\d$/).nullable(),
  meetingPlace: Text(200).nullable(),
  note: Text(2_000).nullable(),
  audience: Audience,
})
const { shape } = BodyFields
export const BodyInput = BodyFields.extend({
  id: Id,
  acronym: shape.acronym.default(null),
  localMeaning: shape.localMeaning.default(null),
  purpose: shape.purpose.default(null),
  perimeterCommunes: shape.perimeterCommunes.default([]),
  perimeter: shape.perimeter.default(null),
  frequency: shape.frequency.default(null),
  actors: shape.actors.default([]),
  reasonIds: shape.reasonIds.default([]),
  nextMeeting: shape.nextMeeting.default(null),
  meetingPlace: shape.meetingPlace.default(null),
  note: shape.note.default(null),
  audience: shape.audience.default('partners'),
})
export const Body = recordOf(BodyFields)
export type Body = z.infer<typeof Body>

export const bodyEndpoints = recordEndpoints('/api/bodies', BodyFields, Body, BodyInput)
