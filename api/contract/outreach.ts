import { z } from 'zod'
import { ActorFilter } from './actors.ts'
import { CONDITION_STATES, Condition } from './assessments.ts'
import { CommuneCode, Day, Id } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Point } from './geometry.ts'
import { APPROACHES } from './nomenclature.ts'
import { ReasonId } from './reasons.ts'
import { involvementOf, recordEndpoints, recordOf } from './records.ts'
import { Audience } from './roles.ts'

/** Done today, decided, or still an idea between actors. */
export const OUTREACH_STATES = ['existing', 'planned', 'idea'] as const
/** « Pratique pro-active, pour entrer en relation »: how one enters. */
export const ENTRY_MODES = [
  'door_to_door',
  'social_presence',
  'street_round',
  'office_outside_walls',
  'outgoing_call',
  'digital_message',
  'relay_place',
  'event',
] as const
/** « Lutter contre l'isolement, le repli sur soi, le renoncement aux droits. » */
export const OUTREACH_PURPOSES = ['isolation', 'withdrawal', 'giving_up_rights'] as const
/** « Une durée imprévisible de la démarche »: an agreement may have a term while the démarche has none. */
export const DURATION_KINDS = ['dated', 'open', 'unpredictable'] as const
export const ETHIC_PRINCIPLES = ['unconditionality', 'right_proximity', 'listening', 'free_choice'] as const

const Text = (max: number) => z.string().trim().min(1).max(max)

/** Where and when one goes. No point where people sleep or hide: the commune is enough. */
export const OutreachStop = z.object({
  id: Id,
  label: Text(120),
  communeCode: CommuneCode.nullable(),
  point: Point.nullable(),
  /** OSM `opening_hours` syntax; null: not known, or never the same. */
  hours: Text(1_000).nullable(),
})
export type OutreachStop = z.infer<typeof OutreachStop>

/** An action of outreach: who goes, together with whom, where, when, to whom, and what it needs. */
export const OutreachFields = z.object({
  name: Text(200),
  description: Text(5_000).nullable(),
  state: z.enum(OUTREACH_STATES),
  entryMode: z.enum(ENTRY_MODES).nullable(),
  actors: involvementOf(['lead', 'partner']),
  stops: z.array(OutreachStop).max(100),
  reasonIds: z.array(ReasonId).max(50),
  publicIds: z.array(Id).max(50),
  approaches: z.array(z.enum(APPROACHES)),
  purposes: z.array(z.enum(OUTREACH_PURPOSES)),
  durationKind: z.enum(DURATION_KINDS).nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  conditions: z.partialRecord(
    Condition,
    z.object({ state: z.enum(CONDITION_STATES), owner: Text(120).nullable(), due: Day.nullable() }),
  ),
  /** What was answered to the question of each principle. An unanswered one is not passed. */
  ethics: z.partialRecord(z.enum(ETHIC_PRINCIPLES), Text(1_000)),
  audience: Audience,
})
const { shape } = OutreachFields
export const OutreachInput = OutreachFields.extend({
  id: Id,
  description: shape.description.default(null),
  state: shape.state.default('existing'),
  entryMode: shape.entryMode.default(null),
  actors: shape.actors.default([]),
  stops: shape.stops.default([]),
  reasonIds: shape.reasonIds.default([]),
  publicIds: shape.publicIds.default([]),
  approaches: shape.approaches.default([]),
  purposes: shape.purposes.default([]),
  durationKind: shape.durationKind.default(null),
  startsOn: shape.startsOn.default(null),
  endsOn: shape.endsOn.default(null),
  conditions: shape.conditions.default({}),
  ethics: shape.ethics.default({}),
  audience: shape.audience.default('partners'),
})
export const Outreach = recordOf(OutreachFields)
export type Outreach = z.infer<typeof Outreach>

/** One time that somebody is somewhere. Local times in France, `2026-11-24T18:30`. */
export const Occurrence = z.object({
  /** The action, or the actor whose own stop it is. */
  outreachId: Id.nullable(),
  actorIds: z.array(Id),
  stopId: Id,
  name: z.string(),
  label: z.string().nullable(),
  communeCode: z.string().nullable(),
  point: Point.nullable(),
  start: z.string(),
  end: z.string(),
})
export type Occurrence = z.infer<typeof Occurrence>

export const Calendar = z.object({
  from: Day,
  /** The day after the last. */
  to: Day,
  occurrences: z.array(Occurrence),
  meetings: z.array(
    z.object({ bodyId: Id, name: z.string(), start: z.string(), place: z.string().nullable() }),
  ),
  /** Stops whose hours nobody has written. */
  unscheduled: z.array(Occurrence.omit({ start: true, end: true })),
})
export type Calendar = z.infer<typeof Calendar>

/** Of one zone: who is known to go there. Nobody is silence: we do not know, not « nobody goes ». */
export const ZonePresence = z.object({
  zoneId: Id,
  code: z.string(),
  name: z.string(),
  /** Actors with a place inside, and stops of outreach. */
  actors: z.int(),
  stops: z.int(),
})
export type ZonePresence = z.infer<typeof ZonePresence>

export const outreachEndpoints = {
  ...recordEndpoints('/api/outreach', OutreachFields, Outreach, OutreachInput),
  /** Who goes where and when, of the actors of a filter. */
  calendar: {
    method: 'GET',
    path: '/api/calendar',
    query: ActorFilter.extend({ from: Day, days: z.coerce.number().int().min(1).max(42).default(7) }),
    response: Calendar,
  },
  /** Zones of one level and vintage of a territory, by name, with who is known to go there. */
  presence: {
    method: 'GET',
    path: '/api/presence',
    query: z.object({ territory: Id, level: z.enum(['iris', 'commune']), vintage: z.string().max(20) }),
    response: z.array(ZonePresence),
  },
} as const satisfies Record<string, Endpoint>
