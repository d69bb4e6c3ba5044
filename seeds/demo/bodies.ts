import type { z } from 'zod'
import type { BodyInput } from '#contract/bodies'
import { stableId } from '../random.ts'
import type { Known } from './cooperation.ts'

type Body = Omit<z.input<typeof BodyInput>, 'id' | 'actors'> & {
  secretariat: string
  members: string[]
  guests?: string[]
  absentees?: string[]
}

const BODIES: Body[] = [
  {
    kind: 'consultation',
    name: 'Coordination des maraudes et des accueils',
    purpose: 'Qui sort quel soir, ce que l’on voit, et comment ne pas passer trois fois au même endroit.',
    frequency: 'monthly',
    reasonIds: ['coordinate_outreach', 'find_unknown_publics'],
    secretariat: 'SIAO – 115',
    members: ['Maraude du Faubourg', 'Équipe mobile d’action sociale de nuit', 'Accueil de jour La Halte'],
    guests: ['Équipe mobile psychiatrie précarité'],
    absentees: ['Maraude des étudiants', 'Camion repas du soir'],
  },
  {
    kind: 'consultation',
    name: 'Conseil local de santé mentale de la Virelle',
    acronym: 'CLSM',
    localMeaning: 'Conseil local de santé mentale de la Virelle',
    purpose: 'Faire se parler soin, logement et accompagnement.',
    frequency: 'quarterly',
    reasonIds: ['be_introduced'],
    secretariat: 'Centre médico-psychologique adultes',
    members: [
      'CCAS d’Aubremont-sur-Virelle',
      'Équipe mobile psychiatrie précarité',
      'Office public de l’habitat de la Virelle',
    ],
    absentees: ['Groupe d’entraide mutuelle L’Embellie'],
  },
  {
    kind: 'consultation',
    name: 'Pacte territorial des solidarités',
    acronym: 'PTS',
    localMeaning: 'Ici : pacte territorial des solidarités, et non projet territorial de santé',
    purpose: 'Les priorités de la lutte contre la pauvreté sur l’agglomération.',
    frequency: 'twice_a_year',
    reasonIds: ['coordinate_outreach'],
    secretariat: 'Communauté d’agglomération de la Virelle',
    members: [
      'CCAS d’Aubremont-sur-Virelle',
      'Maison des solidarités Virelle-Centre',
      'CAF – accueil d’Aubremont',
    ],
    absentees: ['Collectif Parole d’usagers'],
  },
  {
    kind: 'casework',
    name: 'Commission de coordination des expulsions',
    acronym: 'CCAPEX',
    localMeaning: 'Commission de coordination des actions de prévention des expulsions locatives',
    purpose: 'Examiner les situations d’impayés avant qu’il ne soit trop tard, dans le respect du secret.',
    frequency: 'monthly',
    reasonIds: ['find_unknown_publics'],
    secretariat: 'Délégué du préfet pour les quartiers',
    members: [
      'Office public de l’habitat de la Virelle',
      'CAF – accueil d’Aubremont',
      'Maison des solidarités Virelle-Centre',
    ],
    guests: ['Information logement – antenne d’Aubremont'],
  },
  {
    kind: 'casework',
    name: 'Commission du fonds de solidarité pour le logement',
    frequency: 'monthly',
    reasonIds: [],
    secretariat: 'Fonds de solidarité pour le logement',
    members: ['Maison des solidarités Virelle-Centre', 'CCAS d’Aubremont-sur-Virelle'],
  },
  {
    kind: 'casework',
    name: 'Équipe pluridisciplinaire RSA de la Virelle',
    frequency: 'monthly',
    reasonIds: ['be_introduced'],
    secretariat: 'Maison des solidarités Virelle-Centre',
    members: ['France Travail – agence Aubremont Ouest', 'CAF – accueil d’Aubremont'],
    absentees: ['Collectif Parole d’usagers'],
  },
  {
    kind: 'decision',
    name: 'Commission permanente du CCAS',
    frequency: 'every_two_months',
    reasonIds: [],
    secretariat: 'CCAS d’Aubremont-sur-Virelle',
    members: ['Mairie de quartier des Quatre-Vents', 'Permanence d’accueil solidaire de Brennecourt'],
  },
  {
    kind: 'consultation',
    name: 'Petit-déjeuner du Lavoir',
    perimeter: 'Montessart et Champlorme',
    purpose:
      'Sans ordre du jour : ceux qui passent dans les maisons racontent ce qu’ils ont le droit de raconter.',
    frequency: 'on_demand',
    reasonIds: ['find_unknown_publics', 'do_outreach_together'],
    secretariat: 'Café associatif Le Lavoir',
    members: ['Facteurs de la tournée des Prés', 'Mairie de Montessart', 'Bar-tabac de la Mairie'],
    guests: ['MSA – rendez-vous prestations'],
  },
]

/** The bodies of the demo, with who sits there and who should. */
export const demoBodies = ({ seed, actor }: Known): z.input<typeof BodyInput>[] =>
  BODIES.map(({ secretariat, members, guests = [], absentees = [], ...fields }) => ({
    ...fields,
    id: stableId(seed, `body:${fields.name}`),
    actors: [
      { actorId: actor(secretariat), role: 'secretariat' as const },
      ...members.map((name) => ({ actorId: actor(name), role: 'member' as const })),
      ...guests.map((name) => ({ actorId: actor(name), role: 'guest' as const })),
      ...absentees.map((name) => ({ actorId: actor(name), role: 'absentee' as const })),
    ],
  }))
