import { z } from 'zod'
import { CommuneCode, Id } from './common.ts'
import { ReasonId } from './reasons.ts'
import { involvementOf, recordEndpoints, recordOf } from './records.ts'
import { Audience } from './roles.ts'

/**
 * « Les outils et les dispositifs facilitateurs »: « l'observation sociale », « les instances de concertation,
 * d'instruction ou de décision », « les réseaux informels », « les réseaux des personnes concernées », « les appartenances
 * communautaires ».
 */
export const FACILITATOR_KINDS = [
  'social_observation',
  'coordination_body',
  'informal_network',
  'concerned_people_network',
  'community_belonging',
] as const
const FacilitatorKind = z.enum(FACILITATOR_KINDS)

const Text = (max: number) => z.string().trim().min(1).max(max)

/** What makes cooperating easier: a tool, a body, a network. Of a community, only what an organisation says of itself. */
export const FacilitatorFields = z.object({
  kind: FacilitatorKind,
  name: Text(200),
  description: Text(2_000).nullable(),
  actors: involvementOf(['linked']),
  bodyIds: z.array(Id).max(50),
  zoneIds: z.array(Id).max(500),
  communes: z.array(CommuneCode).max(2_000),
  reasonIds: z.array(ReasonId).max(50),
  publicIds: z.array(Id).max(50),
  /** The organisations linked to it present themselves so. Needed for `community_belonging` (article 9 RGPD). */
  presentsItself: z.boolean(),
  audience: Audience,
})
const { shape } = FacilitatorFields
export const FacilitatorInput = FacilitatorFields.extend({
  id: Id,
  description: shape.description.default(null),
  actors: shape.actors.default([]),
  bodyIds: shape.bodyIds.default([]),
  zoneIds: shape.zoneIds.default([]),
  communes: shape.communes.default([]),
  reasonIds: shape.reasonIds.default([]),
  publicIds: shape.publicIds.default([]),
  presentsItself: shape.presentsItself.default(false),
  audience: shape.audience.default('partners'),
})
export const Facilitator = recordOf(FacilitatorFields)
export type Facilitator = z.infer<typeof Facilitator>

export const facilitatorEndpoints = recordEndpoints(
  '/api/facilitators',
  FacilitatorFields,
  Facilitator,
  FacilitatorInput,
)
