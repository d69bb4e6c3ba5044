import type fr from '../fr/reasons.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Reasons to cooperate',
  lead: 'The four reasons of the framing note are always there. You can add others.',
  label: {
    find_unknown_publics: 'Find publics that nobody knows yet',
    be_introduced: 'Be introduced',
    coordinate_outreach: 'Coordinate those who do outreach',
    do_outreach_together: 'Do outreach together with the people concerned',
  },
  locked: 'Reason of the framing note, locked',
  added: 'Reasons that the workspace added',
  none: 'None yet.',
  name: 'Reason',
  nameHint: 'A verb and a few words.',
  nameMissing: 'Write the reason.',
  like: 'Works like',
  likeHint: 'This reason will show the same views as that one.',
  likeNone: 'none of the four',
  add: 'Add a reason',
  archive: 'Archive “{{label}}”',
  archived: '“{{label}}” is archived',
  readOnly: 'Trainers, managers and administrators may add some.',
  gone: 'Archived reason',
} satisfies Same<typeof fr>
