import type { z } from 'zod'
import type { OutreachInput } from '#contract/outreach'
import { stableId } from '../random.ts'
import type { Known } from './cooperation.ts'
import { COMMUNES } from './places.ts'

/** `stops`: label, index of the commune, hours. */
type Action = Omit<z.input<typeof OutreachInput>, 'id' | 'actors' | 'publicIds' | 'stops'> & {
  lead: string
  partners?: string[]
  about: string[]
  stops: [label: string, commune: number, hours: string | null][]
}

const ACTIONS: Action[] = [
  {
    name: 'Maraude du Faubourg',
    state: 'existing',
    entryMode: 'street_round',
    description: 'À pied, thermos et chaises pliantes ; on repasse tant qu’il faut.',
    reasonIds: ['find_unknown_publics', 'coordinate_outreach'],
    approaches: ['peer_support'],
    purposes: ['isolation', 'giving_up_rights'],
    durationKind: 'unpredictable',
    lead: 'Maraude du Faubourg',
    partners: ['Travailleurs pairs du pôle précarité'],
    about: ['rough'],
    stops: [['Centre et Faubourg', 0, 'Mo,We,Fr 20:00-23:00']],
  },
  {
    name: 'Soupe et chaises du jeudi',
    state: 'existing',
    entryMode: 'street_round',
    reasonIds: ['coordinate_outreach'],
    lead: 'Maraude des étudiants',
    partners: ['Camion repas du soir'],
    about: ['rough'],
    stops: [['Centre et Faubourg', 0, 'We,Th 19:30-22:00']],
  },
  {
    name: 'Pieds d’immeuble de Montplaisir',
    state: 'existing',
    entryMode: 'social_presence',
    reasonIds: ['coordinate_outreach', 'do_outreach_together'],
    approaches: ['social_mediation', 'empowerment'],
    purposes: ['isolation', 'withdrawal'],
    durationKind: 'open',
    lead: 'Médiatrices sociales de Montplaisir',
    partners: ['Centre social Montplaisir', 'Équipe de rue La Passerelle'],
    about: ['youth', 'isolated'],
    stops: [['Montplaisir, au pied des tours', 0, 'Tu-Fr 16:00-19:00']],
  },
  {
    name: 'Le bus et la conseillère dans les bourgs',
    state: 'existing',
    entryMode: 'office_outside_walls',
    reasonIds: ['coordinate_outreach'],
    approaches: ['digital_outreach'],
    purposes: ['giving_up_rights'],
    durationKind: 'dated',
    startsOn: '2026-09-01',
    endsOn: '2027-06-30',
    lead: 'Bus France services de l’agglomération',
    partners: ['Conseillère numérique itinérante'],
    about: ['rural'],
    stops: [
      ['Place de l’église', 4, 'Tu 09:30-12:00'],
      ['Agence postale', 5, 'We 09:30-12:00'],
    ],
  },
  {
    name: 'Une visite sans rien demander',
    state: 'planned',
    entryMode: 'door_to_door',
    description:
      'Deux bénévoles et une aide à domicile passent ensemble chez celles et ceux qui ne sortent plus.',
    reasonIds: ['do_outreach_together'],
    approaches: ['empowerment'],
    purposes: ['isolation'],
    durationKind: 'unpredictable',
    conditions: {
      time_and_availability: { state: 'acquired', owner: 'Visiteurs solidaires', due: null },
      risk_taking: { state: 'to_negotiate', owner: 'CCAS', due: '2027-01-15' },
      initiative: { state: 'absent', owner: null, due: null },
    },
    ethics: {
      free_choice: 'On demande si l’on peut revenir ; un refus n’est noté nulle part.',
      right_proximity: 'La personne choisit où l’on s’assied et quand on part.',
    },
    lead: 'Visiteurs solidaires d’Aubremont',
    partners: ['Aide à domicile des deux rives', 'CCAS d’Aubremont-sur-Virelle'],
    about: ['isolated'],
    stops: [['À domicile, sur invitation', 0, null]],
  },
  {
    name: 'Permanence au Lavoir',
    state: 'idea',
    entryMode: 'relay_place',
    reasonIds: ['do_outreach_together', 'be_introduced'],
    purposes: ['giving_up_rights', 'isolation'],
    durationKind: 'open',
    conditions: {
      adjusted_functioning: {
        state: 'to_negotiate',
        owner: 'Maison des solidarités des Cantons',
        due: '2027-02-01',
      },
    },
    lead: 'Café associatif Le Lavoir',
    partners: ['MSA – rendez-vous prestations', 'Maison des solidarités des Cantons'],
    about: ['rural'],
    stops: [['Le Lavoir', 4, null]],
  },
  {
    name: 'Boxe et papiers',
    state: 'idea',
    entryMode: 'relay_place',
    reasonIds: ['do_outreach_together'],
    approaches: ['empowerment', 'pathway_referent'],
    purposes: ['giving_up_rights'],
    lead: 'Boxing club des Peupliers',
    partners: ['Mission locale du bassin de la Virelle', 'Équipe de rue La Passerelle'],
    about: ['youth'],
    stops: [['Au club, après l’entraînement', 0, 'Tu,Th 20:00-21:00']],
  },
]

/** The actions of the demo. Where people sleep there is a commune and no point. */
export const demoOutreach = ({ seed, ...known }: Known): z.input<typeof OutreachInput>[] =>
  ACTIONS.map(({ lead, partners = [], about, stops, ...fields }) => ({
    ...fields,
    id: stableId(seed, `outreach:${fields.name}`),
    actors: [
      { actorId: known.actor(lead), role: 'lead' as const },
      ...partners.map((name) => ({ actorId: known.actor(name), role: 'partner' as const })),
    ],
    publicIds: about.map(known.public),
    stops: stops.map(([label, commune, hours], index) => ({
      id: stableId(seed, `outreach:${fields.name}:${index}`),
      label,
      communeCode: COMMUNES[commune]!.code,
      point: null,
      hours,
    })),
  }))
