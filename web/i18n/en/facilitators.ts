import type fr from '../fr/facilitators.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Facilitators',
  lead: 'Tools and arrangements that make cooperating easier.',
  add: 'Add a facilitator',
  addTitle: 'Which facilitator?',
  nameMissing: 'Give it a name.',
  nameHint: 'The name of a tool, a body, a network or a collective; never of a person.',
  empty: 'No facilitator is described yet',
  emptyWords:
    'Think of the five kinds: what is observed, what meets, those who know each other, the people concerned, belongings.',
  filter: 'Facilitators to show',
  all: 'All kinds',
  kind: {
    social_observation: 'Social observation',
    coordination_body: 'Bodies for consultation, casework or decision',
    informal_network: 'Informal networks',
    concerned_people_network: 'Networks of the people concerned',
    community_belonging: 'Community belongings',
  },
  kindWords: {
    social_observation: 'What helps to know: a study of social needs, an observatory, a shared survey.',
    coordination_body: 'A body that opens doors beyond those who sit in it.',
    informal_network: 'People of several organisations who know and call each other, without any agreement.',
    concerned_people_network:
      'Collectives of people concerned: mutual aid group, users’ committee, residents’ collective.',
    community_belonging: 'An association or a place that presents itself as that of a community.',
  },
  field: {
    name: 'Name',
    kind: 'Kind',
    description: 'How it helps',
    actors: 'Linked actors',
    bodyIds: 'Linked bodies',
    zoneIds: 'Sectors',
    communes: 'Communes',
    reasonIds: 'Reasons to cooperate',
    publicIds: 'Publics',
    presentsItself: 'Presents itself so',
  },
  actorsEmpty: 'No actor is linked. Say who carries it or takes part.',
  noBody: 'No body is described: add it under “Bodies”.',
  noPublic: 'No public is described: add it under “Publics”.',
  actors_one: '{{count, number}} linked actor',
  actors_other: '{{count, number}} linked actors',
  claim: {
    title: 'Sensitive: article 9 of the GDPR',
    words:
      'A community belonging can reveal an origin or a religion. It is written only for an organisation that presents itself so, never for a person. It stays out of exports unless it is asked for.',
    box: 'The organisations named present themselves so',
    boxMissing: 'Tick this box, or choose another kind.',
    organisation: 'Which organisation presents itself so?',
    organisationMissing: 'Name at least one organisation.',
    first: 'First link at least one organisation, under “Linked actors”.',
    yes: 'Yes, they present themselves so',
    no: 'No',
  },
} satisfies Same<typeof fr>
