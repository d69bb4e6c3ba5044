import type fr from '../fr/approaches.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Approaches',
  ask: 'What is it: {{name}}?',
  what: 'What it is',
  when: 'When it helps',
  asks: 'What it asks of an organisation',
  also: 'Also called',
  reference: 'To know more',
  card: {
    peer_support: {
      what: 'People who went through a similar situation put that experience at the service of others, beside professionals.',
      when: 'When trust is missing, when the words of services drive people away, when nobody asks for anything.',
      asks: 'A clear status and pay, a prepared team, support for the peer, and their right not to tell their story.',
      also: 'peer worker, peer health mediator, expert by experience',
      reference: 'enrouteweb.org; boiteautiles.fr, “pair-aidance” (in French)',
    },
    empowerment: {
      what: 'Start from what people want to see change, and act with them on what stands in the way.',
      when: 'When ready answers do not fit, or when the problem was defined without the people concerned.',
      asks: 'Asking first who defined the problem, accepting other priorities than one’s own, and leaving time to try.',
      also: 'power to act',
      reference: 'Framing note of the French training plan on outreach, competence 4',
    },
    pathway_referent: {
      what: 'A professional, chosen with the person, links those who support them, so that they need not repeat everything.',
      when: 'When several services step in and nobody sees the whole.',
      asks: 'Saying who, on the territory, can be a referent; giving them the mandate and the time. No file of a person is kept here.',
      also: 'single referent, pathway coordinator',
      reference: 'DGCS and Andass guide on the pathway referent (in French)',
    },
    family_group_conference: {
      what: 'The person gathers those around them, who look for their own solutions in a private time, without any professional in the room.',
      when: 'When an important decision is coming and people around can count.',
      asks: 'An independent, trained coordinator, and a promise to accept the plan unless it puts somebody in danger.',
      also: 'family group conferencing',
      reference: 'CNAPE (cnape.fr); questiondejustice.fr (in French)',
    },
    consultation_clinic: {
      what: 'Collective work where a family and the professionals that it sets to work meet around a situation, with a third party.',
      when: 'When many services cross, contradict each other or lose heart.',
      asks: 'Practitioners trained in it, a written ethical frame, and that everyone was told what is said.',
      also: 'This name and that of its graphic tool are protected: they are cited, and nothing here bears their mark.',
      reference: 'Work of Jean-Marie Lemaire; maisonmedicale.org (in French)',
    },
    social_mediation: {
      what: 'An impartial third party without power goes to people, renews dialogue and eases access to rights, where people live.',
      when: 'In public space, housing, transport, schools: when bonds have loosened.',
      asks: 'Regular presence, trained mediators, a clear place beside other professions, without any task of control.',
      also: 'neighbourhood mediators, night correspondents',
      reference: 'AFNOR standard NF X60-600 on social mediation',
    },
    digital_outreach: {
      what: 'Going where people are online: messages, social networks, digital street rounds, or help with digital tools on the spot.',
      when: 'When a public stays away from desks but talks online.',
      asks: 'Hours and rules for answering, protection of exchanges, and another way for those who are not at ease with digital tools.',
      also: 'digital street round, digital advisers',
      reference:
        'Framing note of the French training plan on outreach, competence 4; digital fragility index (La Mednum)',
    },
  },
} satisfies Same<typeof fr>
