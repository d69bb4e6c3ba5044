import type fr from '../fr/geocoding.ts'
import type { Same } from '../same.ts'

export default {
  title: 'To be placed on the map',
  lead: 'These places have an address but no point on the map yet. Choose the right suggestion or place them yourself: nothing is placed by guesswork.',
  open: 'Place them',
  loading: 'Loading places…',
  more: 'Show more',
  empty: {
    title: 'Everything is placed',
    words: 'Every place that has an address has its point on the map too.',
  },
  search: {
    title_zero: 'No place without a point',
    title_one: '{{count, number}} place without a point',
    title_other: '{{count, number}} places without a point',
    addresses_one: '{{count, number}} address is known here,',
    addresses_other: '{{count, number}} addresses are known here,',
    communes_one: 'in {{count, number}} commune.',
    communes_other: 'in {{count, number}} communes.',
    noAddress:
      'No address is known here yet. From “Data”, import a file of the Base Adresse Nationale (adresses-XX.csv) for your territory: searching then sends nothing out of this server.',
    all: 'Search all addresses',
    goOn: 'Go on',
    running: 'Searching addresses…',
    located_zero: 'No address was found for certain.',
    located_one: '{{count, number}} place put on the map.',
    located_other: '{{count, number}} places put on the map.',
    left_zero: 'None is left.',
    left_one: '{{count, number}} is left.',
    left_other: '{{count, number}} are left.',
  },
  found: {
    housenumber_one: '{{count, number}} at its number',
    housenumber_other: '{{count, number}} at their number',
    interpolation_one: '{{count, number}} estimated from neighbouring numbers',
    interpolation_other: '{{count, number}} estimated from neighbouring numbers',
    street_one: '{{count, number}} in the middle of a short street, its address having no number',
    street_other: '{{count, number}} in the middle of a short street, their address having no number',
    locality_one: '{{count, number}} at a named place',
    locality_other: '{{count, number}} at a named place',
  },
  match: {
    housenumber: 'At the number',
    interpolation: 'Estimated from neighbouring numbers',
    street: 'In the middle of the street',
    locality: 'Named place',
  },
  one: {
    count_zero: 'No suggestion',
    count_one: '{{count, number}} suggestion',
    count_other: '{{count, number}} suggestions',
    choose: 'Is it one of these addresses?',
    none: 'No known address looks like it. Check the street and the commune, or place it yourself.',
    hand: 'Place by hand',
    skip: 'Skip',
    placed: '{{name}} is on the map',
    map: 'Map of suggestions',
    mapHelp: 'Arrows to move, + and − to zoom. Press a letter to choose it; the list says the same.',
  },
  hand: {
    title: 'Place {{name}}',
  },
  service: {
    title: 'Ask a national service',
    what: 'When an address is not known here, this server may ask the French State’s geocoding service ({{host}}).',
    leaves:
      'Only the number and street, the postcode and the commune code leave. No name, no contact, no floor, no address kept for the team. Your browser contacts nobody but this server.',
    allow: 'Allow this server to ask the service',
    on: 'Someone who administers this workspace has allowed it.',
    off: 'It is not allowed in this workspace: someone who administers it can do so.',
  },
} satisfies Same<typeof fr>
