import type fr from '../fr/calendar.ts'
import type { Same } from '../same.ts'

export default {
  title: 'Who goes where, when',
  previous: 'Previous week',
  next: 'Next week',
  today: 'This week',
  loading: 'Loading the calendar…',
  band: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', night: 'Night' },
  nothing: 'nothing known',
  nothingDay: 'Nothing known on this day.',
  hours: '{{start}} – {{end}}',
  until: 'until {{end}}',
  meeting: 'Body',
  together: 'At the same time, nearby or in the same commune: {{names}}',
  togetherBrief: 'same time',
  unscheduled_one: '{{count, number}} stop without hours',
  unscheduled_other: '{{count, number}} stops without hours',
  empty: 'No stop known this week',
  emptyWords: 'Write where and when teams go, under “Outreach actions” or on the card of an actor.',
  silence: 'Nothing known: we do not know, which is not “nobody goes”.',
  col: { day: 'Day', hours: 'Hours', what: 'What', who: 'Who', where: 'Where' },
} satisfies Same<typeof fr>
