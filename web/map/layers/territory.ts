import type { Area } from '#contract/geometry'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

const toFeature = (area: Area) => ({ type: 'Feature' as const, properties: {}, geometry: area })

/** The edge of the territory: a soft band with a line, so that it reads in grey as well. */
export const territoryOutline = (area: Area, palette: Palette): MapPart => ({
  sources: { territory: { type: 'geojson', data: toFeature(area) } },
  layers: [
    {
      id: 'territory-band',
      type: 'line',
      source: 'territory',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.outline, 'line-width': 7, 'line-opacity': 0.12 },
    },
    {
      id: 'territory-line',
      type: 'line',
      source: 'territory',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.outline, 'line-width': 1.4, 'line-opacity': 0.75 },
    },
  ],
})

/** Where the selected actor goes, which is not where it is. */
export const interventionArea = (area: Area, palette: Palette): MapPart => ({
  sources: { intervention: { type: 'geojson', data: toFeature(area) } },
  layers: [
    {
      id: 'intervention-fill',
      type: 'fill',
      source: 'intervention',
      paint: { 'fill-color': palette.area, 'fill-opacity': 0.1 },
    },
    {
      id: 'intervention-line',
      type: 'line',
      source: 'intervention',
      paint: { 'line-color': palette.area, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
  ],
})
