import type fr from '../fr/sharing.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Actors of other workspaces',
  lead: 'What other organisations of this server share: their actors that everyone may see. Take a copy, and complete it your way.',
  search: 'Search the shared actors',
  placeholder: 'Name of an actor',
  loading: 'Reading the shared actors…',
  count_one: '{{count, number}} shared actor',
  count_other: '{{count, number}} shared actors',
  from: 'Workspace {{workspace}}',
  take: 'Take it here',
  takeOf: 'Take it here: {{name}}',
  taken: '“{{name}}” is now here',
  open: 'Already here: see the card',
  openOf: 'Already here: see the card of {{name}}',
  more: 'Show more',
  none: 'No shared actor matches',
  noneWords: 'Search for another word, or add this actor yourself.',
  empty: 'No other workspace shares its actors',
  emptyWords:
    'A workspace shares its own by choice: its administrator decides so in “Workspace and members”.',
  fromAdding: 'Another workspace may share it',
} satisfies Same<typeof fr>
