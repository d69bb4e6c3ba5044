import type fr from '../fr/privacy.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Personal data',
  lead: 'What Maillage keeps, why, and for how long. In plain words.',
  short: {
    title: 'In short',
    actors: 'Maillage describes organisations and places, never the people who are supported.',
    few: 'Little is kept about people, and not for long.',
    third: 'Nothing is sent to other companies.',
    erase: 'You may ask to see or to erase what concerns you.',
  },
  never: {
    title: 'What is never here',
    beneficiaries: 'Nobody who is supported: no name, no situation, no case.',
    sensitive: 'No place that would put people in danger: camp, squat, protected shelter.',
    beliefs:
      'Nothing about the health, the origin or the beliefs of a person. The type “peer worker” or “place of worship” describes a function or a place, never somebody.',
    notes: 'Do not write the name of a supported person in a free text. If you see one, report it.',
  },
  kept: {
    title: 'What is kept, and why',
    what: 'What',
    why: 'Why',
    howLong: 'How long',
    rows: {
      accounts: {
        what: 'Accounts: name, e-mail address, unreadable password',
        why: 'To know who may read and write',
      },
      personal_contacts: {
        what: 'Contacts of volunteers, peers or inhabitants, with their dated consent',
        why: 'To be able to reach them, if they wished it',
      },
      observations: { what: 'Observations made during a session', why: 'To discuss them together' },
      logs: { what: 'The security log: who came in, when', why: 'To notice an abnormal access' },
    },
    actors: {
      what: 'Actors: organisations, collectives, functions, with their professional contacts',
      why: 'To cooperate on a territory',
      howLong: 'as long as the workspace exists',
    },
    history: {
      what: 'The history: who changed what',
      why: 'To be able to put a mistake right',
      howLong: 'as long as the workspace exists; the name goes with the account',
    },
    months_one: '{{count, number}} month',
    months_other: '{{count, number}} months',
    days_one: '{{count, number}} day',
    days_other: '{{count, number}} days',
    since: {
      last_verification: '{{length}} after the last verification',
      end_of_session: '{{length}} after they are revealed',
      last_sign_in: '{{length}} after the last sign-in',
      entry: '{{length}} after the event',
    },
    auto: 'After that, erasure happens by itself, every day.',
    position: 'Of a person, an address is never kept: only their commune or neighbourhood.',
  },
  seen: {
    title: 'Who sees what',
    text: 'Each piece of information has an audience. The server sends nothing more.',
    audience: {
      public: { name: 'Public', who: 'Whoever can open the map, with a public link for example.' },
      partners: { name: 'Partners', who: 'The members of the workspace.' },
      private: { name: 'Private', who: 'Trainers, managers, observatory officers and administrators.' },
    },
    roles: 'And each role may do certain things:',
    role: 'Role',
    can: 'What it allows',
    reads: 'Reads up to',
    between: 'Two workspaces of one server never see each other’s private data.',
  },
  rights: {
    title: 'Your rights',
    text: 'You may ask what is kept about you, have it corrected or erased, or object to its being kept. You may take back your consent whenever you want.',
    account: 'You have an account: everything is in “My account”. You can erase it yourself.',
    accountLink: 'Open my account',
    noAccount:
      'You have no account: write to the organisation in charge. A manager or an administrator finds and erases everything at once, history included.',
    delay: 'The answer must come within a month. If not, you can write to the CNIL: cnil.fr.',
  },
  third: {
    title: 'Nobody else',
    text: 'Maillage calls no other service: no online map, no audience measurement, no advertising. If the administrator adds an outside basemap or a sign-in service, that is a choice, and you must be told.',
  },
  cookies: {
    title: 'One cookie',
    text: 'It keeps you signed in, and does nothing else. The law asks for no banner for this one. The language, the appearance and the last territory stay in your browser.',
  },
  responsible: {
    title: 'Who is responsible',
    text: '{{workspace}} decides what is kept here and answers your requests.',
    unknown:
      'The organisation that gave you this address decides what is kept here and answers your requests.',
    source: 'Maillage is free software: anyone can check what this page says.',
  },
} satisfies Same<typeof fr>
