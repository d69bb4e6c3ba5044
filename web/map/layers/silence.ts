import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

/**
 * Zones of {@link zoneContours} where nobody is known to go, hatched: silence, which is no colour of any class.
 * @param zoneIds as the tiles carry them
 */
export const silentZones = (zoneIds: readonly string[], palette: Palette): MapPart => ({
  sources: {},
  layers: [
    {
      id: 'zones-silence',
      type: 'fill',
      source: 'zones',
      'source-layer': 'zones',
      filter: ['in', ['get', 'id'], ['literal', [...zoneIds]]],
      paint: { 'fill-pattern': `hatch:silence:${palette.theme}` },
    },
  ],
})
