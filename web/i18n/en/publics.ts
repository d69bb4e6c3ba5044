import type fr from '../fr/publics.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Publics',
  lead: 'Outreach to whom? Beyond the publics that are known already: the people concerned, in general terms.',
  add: 'Add a public',
  addTitle: 'Which public?',
  nameHint: 'For instance “young people staying with others”. A group of people, never a person.',
  nameMissing: 'Give it a name.',
  empty: 'No public is described yet',
  emptyWords:
    'Begin with the one that is talked about most: reasons, opinions and actions can then refer to it.',
  field: {
    name: 'Name',
    flags: 'What tells it apart',
    known: 'Known already?',
    publics: 'Words of the nomenclature',
    note: 'Note',
  },
  flagsEmpty: 'Nothing is ticked.',
  publicsHint: 'Actors that say they receive these publics are brought forward.',
  noteHint: 'What is known and what is not. No name, no address, no story of a person.',
  flag: {
    no_expressed_demand: 'who express no demand',
    no_access_to_rights: 'who do not get their rights',
    time_to_relate: 'with whom to take the time to relate',
  },
  known: 'Known already',
  unknown: 'Still unknown to us',
  filter: 'Publics to show',
  all: 'All',
  knownOnly: 'Known already',
  unknownOnly: 'Still unknown',
} satisfies Same<typeof fr>
