import type fr from '../fr/measures.ts'
import type { Same } from '../same.ts'

export default {
  title: 'What the ties say',
  waiting: 'Reading the ties…',
  nothing: 'No tie between these actors has been written yet.',
  from_zero: 'No known tie.',
  from_one: 'From {{count, number}} known tie.',
  from_other: 'From {{count, number}} known ties.',
  unknown_zero: 'Ties that were never asked about are not in it.',
  unknown_one:
    'Ranges come from {{count, number}} unknown tie; ties that were never asked about are not in it.',
  unknown_other:
    'Ranges come from {{count, number}} unknown ties; ties that were never asked about are not in it.',
  theme: {
    who: 'Who is connected?',
    leaving: 'If somebody leaves…',
    bridges: 'Where does it hang on one tie?',
    goBetweens: 'Who can go between?',
    shares: 'What ties are there?',
  },
  isolated_zero: 'Nobody is isolated among those whose ties are known.',
  isolated_one: '{{count, number}} actor is tied to nobody.',
  isolated_other: '{{count, number}} actors are tied to nobody.',
  components_one: 'The network holds together.',
  components_other: 'The network is in {{count, number}} pieces that do not touch.',
  neverAsked_one: '{{count, number}} actor whose ties were never asked about.',
  neverAsked_other: '{{count, number}} actors whose ties were never asked about.',
  leaving_one: 'If {{name}} leaves, {{count, number}} actor is no longer tied to the others.',
  leaving_other: 'If {{name}} leaves, {{count, number}} actors are no longer tied to the others.',
  bridge: 'Only the tie between {{from}} and {{to}} joins those on its two sides.',
  bridgePerhaps:
    'Only the tie between {{from}} and {{to}} joins those on its two sides, unless an unknown tie is there.',
  goBetween_one: '{{names}} might go between.',
  goBetween_other: '{{names}} might go between.',
  noGoBetween: {
    few_actors: 'It takes at least ten connected actors to say.',
    many_unknown: 'Too many ties are still unknown to say.',
    nobody_stands_out: 'Several actors might, none more than another.',
  },
  acrossFamilies_zero: 'None of {{of, number}} known ties joins two families of actors.',
  acrossFamilies_one: '{{count, number}} known tie of {{of, number}} joins two families of actors.',
  acrossFamilies_other: '{{count, number}} known ties of {{of, number}} join two families of actors.',
  formalised_zero: 'No formalised tie, of {{of, number}} about which it is known.',
  formalised_one: '{{count, number}} formalised tie, of {{of, number}} about which it is known.',
  formalised_other: '{{count, number}} formalised ties, of {{of, number}} about which it is known.',
  between: '(between {{min}} and {{max}} depending on unknown ties)',
  show: 'See who',
  shown: 'Shown',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
} satisfies Same<typeof fr>
