import type fr from '../fr/analyses.ts'
import type { Same } from '../same.ts'

export default {
  nav: {
    title: 'Analyses',
    figures: 'Figures',
    estimates: 'Where to ask?',
    hotSpots: 'Hot and cold spots',
    readings: 'Crossed reading',
  },
  invisible: {
    title: 'What these figures do not see',
    who: 'People who are homeless, hosted, in shared housing, students, or covered by the MSA: invisible here.',
    words:
      'These figures are about households, not about the quality of a neighbourhood. Non-take-up can be a choice (not asked) or come from the institution (not offered, not received).',
    more: 'Read more',
  },
  contest: 'This is not what we see',
  empty: {
    title: 'No figures yet',
    words:
      'Figures come from files of Insee (Filosofi, census), of the CNAF or of an observatory: one line for each IRIS or commune. Their contours have to be imported too.',
    import: 'Import figures',
    ask: 'Ask somebody who administers this workspace to import them.',
  },
} satisfies Same<typeof fr>
