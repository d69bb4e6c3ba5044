import type fr from '../fr/common.ts'
import type { Same } from '../same.ts'

export default {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  save: {
    saved: 'saved',
    waiting_one: '{{count, number}} waiting',
    waiting_other: '{{count, number}} waiting',
    offline: 'offline',
  },
  retry: 'Try again',
  clear: 'Clear',
  remove: 'Remove',
  edit: 'Edit',
  add: 'Add',
  create: 'Create',
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  done: 'Done',
  loading: 'Loading…',
  more: 'Show more',
  messages: 'Messages',
  optional: 'optional',
  results: 'Results',
  unknown: 'not given',
  password: { show: 'Show the password', hide: 'Hide the password' },
  copy: { do: 'Copy', done: 'Copied', byHand: 'The text is selected: press Ctrl + C.' },
  sheet: { taller: 'Enlarge the panel', shorter: 'Shrink the panel' },
} satisfies Same<typeof fr>
