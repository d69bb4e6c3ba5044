import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** The thirteen families of actors. Each has one shape, one letter, one colour; they never change. */
export const FAMILIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const
export const Family = z.enum(FAMILIES)
export type Family = z.infer<typeof Family>

/** An organisation, a collective, or a function someone holds; never a beneficiary, never a person. */
export const ACTOR_KINDS = ['organisation', 'collective', 'function'] as const

/** The fourteen of data·inclusion v1 (same identifiers), then those that outreach meets and it lacks. */
export const PUBLICS = [
  'tous-publics',
  'actifs',
  'beneficiaires-des-minimas-sociaux',
  'demandeurs-emploi',
  'etudiants',
  'familles',
  'femmes',
  'jeunes',
  'personnes-en-situation-de-handicap',
  'personnes-en-situation-durgence',
  'personnes-en-situation-juridique-specifique',
  'personnes-exilees',
  'residents-qpv-frr',
  'seniors',
  'personnes-sans-domicile',
  'personnes-isolees',
  'gens-du-voyage',
  'proches-aidants',
] as const
export const Public = z.enum(PUBLICS)
export type Public = z.infer<typeof Public>

/** The techniques of competence 4. */
export const APPROACHES = [
  'peer_support',
  'empowerment',
  'pathway_referent',
  'family_group_conference',
  'consultation_clinic',
  'social_mediation',
  'digital_outreach',
] as const
export const ENGAGEMENTS = ['practised', 'wished', 'can_train'] as const

/** The second level of the nomenclature. Local aliases exist because names differ by département. */
export const ActorType = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  family: Family,
  labels: z.object({ fr: z.string(), en: z.string() }),
  aliases: z.array(z.string()),
  /** data·inclusion `reseaux_porteurs` values that mean this type. */
  dataInclusion: z.array(z.string()),
  /** Insee BPE equipment codes that mean this type. */
  bpe: z.array(z.string()),
})
export type ActorType = z.infer<typeof ActorType>

export const nomenclatureEndpoints = {
  types: { method: 'GET', path: '/api/actor-types', response: z.array(ActorType) },
} as const satisfies Record<string, Endpoint>
