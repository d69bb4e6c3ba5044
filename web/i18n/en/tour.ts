import type fr from '../fr/tour.ts'
import type { Same } from '../same.ts'

export default {
  title: 'A tour in three steps',
  step: 'Step {{step}} of {{steps}}',
  skip: 'Skip the tour',
  start: 'Start',
  steps: {
    map: {
      title: 'This is a territory, fictional for learning',
      text: 'Each symbol is an actor: its shape and letter tell its family. Touch one to read its card; numbers group places that are close together.',
    },
    filter: {
      title: 'Look together at the same view',
      text: 'The list and the map always show the same set. Filter by family, public or opening hours, then copy the address of the page: it reopens exactly what you see.',
    },
    files: {
      title: 'Then open your own territory',
      text: 'First choose a role, at the top: each role has its rights. The observatory officer creates a territory of real communes and drops files under “Data”; nothing is written without their consent.',
    },
  },
} satisfies Same<typeof fr>
