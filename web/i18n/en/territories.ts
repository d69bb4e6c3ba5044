import type fr from '../fr/territories.ts'
import type { Same } from '../same.ts'

export default {
  titleNew: 'New territory',
  titleEdit: 'Edit the territory',
  what: 'A territory is the set of communes where you work: the map, the lists and the counts keep to it.',
  name: {
    label: 'Name of the territory',
    hint: 'For example “East Lille sector” or “Redon area”.',
    missing: 'Give this territory a name.',
  },
  members: {
    hint: 'Type the name, the Insee code or the postal code. An EPCI adds all its communes.',
    search: 'Search for a commune or an EPCI',
    none: 'Nothing matches “{{q}}”.',
    chosen: 'Chosen communes and EPCI',
    empty: 'No commune chosen yet.',
    remove: 'Remove {{name}}',
    missing: 'Choose at least one commune or EPCI.',
  },
  summary: {
    communes_one: '{{count, number}} commune',
    communes_other: '{{count, number}} communes',
    epcis_one: '{{count, number}} EPCI',
    epcis_other: '{{count, number}} EPCI',
    population: 'about {{population}} inhabitants',
  },
  polygon: 'This territory also has a drawn outline, which is kept.',
  submit: 'Create and open the map',
  save: 'Save',
  created: 'Territory “{{name}}” created',
  saved: 'Territory “{{name}}” saved',
  archive: {
    button: 'Archive this territory',
    title: 'Archive “{{name}}”?',
    text: 'It leaves the list of territories. The actors stay: they belong to their places, not to the territory.',
    confirm: 'Archive',
    done: 'Territory “{{name}}” archived',
  },
  demo: 'The fictional territory is for trying things out: it cannot be changed and never mixes with real ones.',
} satisfies Same<typeof fr>
