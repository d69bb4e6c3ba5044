import type { z } from 'zod'
import type { FacilitatorInput } from '#contract/facilitators'
import { stableId } from '../random.ts'
import type { Known } from './cooperation.ts'

type Facilitator = Omit<z.input<typeof FacilitatorInput>, 'id' | 'actors' | 'publicIds' | 'bodyIds'> & {
  linked: string[]
  about?: string[]
  body?: string
}

const FACILITATORS: Facilitator[] = [
  {
    kind: 'social_observation',
    name: 'Analyse des besoins sociaux de l’agglomération',
    description: 'Refaite au début de chaque mandat ; un atelier par commune.',
    reasonIds: ['find_unknown_publics'],
    linked: ['Observatoire social de l’agglomération', 'CCAS d’Aubremont-sur-Virelle'],
    about: ['rural'],
  },
  {
    kind: 'coordination_body',
    name: 'Coordination des maraudes et des accueils',
    reasonIds: ['coordinate_outreach'],
    linked: ['SIAO – 115'],
    body: 'Coordination des maraudes et des accueils',
    about: ['rough'],
  },
  {
    kind: 'informal_network',
    name: 'Ceux qui passent dans les maisons',
    description: 'Facteurs, aides à domicile, infirmières : ils se connaissent et s’appellent.',
    reasonIds: ['find_unknown_publics', 'be_introduced'],
    linked: [
      'Facteurs de la tournée des Prés',
      'Aide à domicile des deux rives',
      'Cabinet infirmier des Prés',
    ],
    about: ['isolated', 'rural'],
  },
  {
    kind: 'informal_network',
    name: 'Les gardiens de la Virelle',
    reasonIds: ['find_unknown_publics'],
    linked: ['Gardiens des Hauts de Virelle', 'Gardiennes des Quatre-Vents'],
    about: ['isolated'],
  },
  {
    kind: 'concerned_people_network',
    name: 'Le réseau des pairs',
    description: 'Des personnes qui sont passées par là, et qui le disent si elles le veulent.',
    reasonIds: ['be_introduced', 'do_outreach_together'],
    linked: [
      'Collectif des pairs de la Virelle',
      'Groupe d’entraide mutuelle L’Embellie',
      'Collectif Parole d’usagers',
    ],
    about: ['rough'],
  },
  {
    kind: 'community_belonging',
    name: 'Amicale des familles de la Cité-Nouvelle',
    description: 'Se présente elle-même comme l’amicale des familles venues construire la cité.',
    reasonIds: ['be_introduced'],
    linked: ['Amicale des familles de la Cité-Nouvelle'],
    presentsItself: true,
  },
]

/** What makes cooperating easier in the demo: each of the five kinds once at least. */
export const demoFacilitators = ({ seed, ...known }: Known): z.input<typeof FacilitatorInput>[] =>
  FACILITATORS.map(({ linked, about = [], body, ...fields }) => ({
    ...fields,
    id: stableId(seed, `facilitator:${fields.name}`),
    actors: linked.map((name) => ({ actorId: known.actor(name), role: 'linked' as const })),
    bodyIds: body ? [stableId(seed, `body:${body}`)] : [],
    publicIds: about.map(known.public),
  }))
