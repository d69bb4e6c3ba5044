import type fr from '../fr/map.ts'
import type { Same } from '../same.ts'

export default {
  label: 'Map of actors',
  help: 'Arrows to move, + and − to zoom, Enter to open what is in the middle. The list presents the same actors.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'See the whole territory',
  legend: 'Legend',
  families: 'Families of actors',
  states: 'Verification',
  cells: 'Places together: how many, and the ring of their families',
  stale: 'Verified over 24 months ago',
  unverified: 'Never verified',
  contours: 'Contours',
  noneLoaded: 'No contours here: drop some in “Data” to situate the places.',
  noContours: 'No contours',
  contoursCount_one: '{{count, number}} contour',
  contoursCount_other: '{{count, number}} contours',
  vintage: 'of {{vintage}}',
  vintageUnknown: 'year not given',
  here_one: '{{count, number}} actor here',
  here_other: '{{count, number}} actors here',
  sources: {
    demo: 'Fictional territory, invented data',
    actors: 'Actors: Maillage',
    contours: 'Contours: {{source}}, {{vintage}}',
  },
  empty: {
    title: 'Nothing on the map yet',
    words: 'Add an actor, or import a list and contours: the map will go where they are.',
    import: 'Import a file',
  },
  list: 'List of actors',
  showList: 'Show the list',
  hideList: 'Hide the list',
} satisfies Same<typeof fr>
