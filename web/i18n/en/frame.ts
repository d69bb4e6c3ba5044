import type fr from '../fr/frame.ts'
import type { Same } from '../same.ts'

export default {
  skip: 'Skip to content',
  places: {
    title: 'Navigation',
    map: 'Map',
    actors: 'Actors',
    cooperations: 'Cooperation',
    observations: 'What we see',
    analyses: 'Analyses',
    session: 'Session',
    proposals: 'Proposals',
    duplicates: 'Duplicates',
    files: 'Data',
    more: 'More',
  },
  coming: { title: 'Coming later', explanation: 'These parts are not built yet.' },
  territory: {
    choose: 'Choose a territory',
    fictional: 'Fictional territory',
    new: 'New territory',
    edit: 'Edit this territory',
    inhabitants_one: '{{count, number}} inhabitant',
    inhabitants_other: '{{count, number}} inhabitants',
    actors_one: '{{count, number}} actor',
    actors_other: '{{count, number}} actors',
    loading: 'Opening the territory…',
    unknown: {
      title: 'This territory does not exist here',
      text: 'The link names a territory that was archived, or that belongs to another installation.',
      open: 'Open {{name}}',
    },
    none: {
      title: 'No territory yet',
      text: 'A territory is the set of communes that you work on. Choose them, and the map opens.',
      wait: 'A territory is the set of communes that one works on. A manager, an observatory officer or an administrator can create it.',
    },
  },
  settings: 'Display settings',
  language: { title: 'Language', fr: 'Français', en: 'English' },
  theme: { title: 'Appearance', auto: 'Same as the device', light: 'Light', dark: 'Dark' },
  guarded: {
    title: 'This page needs another role',
    roles: 'It opens for: {{roles}}.',
    demo: 'In the demonstration, choose one of these roles at the top of the screen.',
  },
  notFound: {
    title: 'This page does not exist',
    text: 'The address may have been copied badly, or the page has moved. Nothing is lost.',
    home: 'Back to the map',
  },
  crash: {
    title: 'The page stopped',
    text: 'An unexpected error interrupted the display. Whatever was saved still is.',
  },
} satisfies Same<typeof fr>
