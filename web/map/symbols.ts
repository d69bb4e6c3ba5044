import type { Map as MapInstance } from 'maplibre-gl'
import { Family } from '#contract/nomenclature'
import { familySvg } from '#web/ui/families.ts'
import { drawCell } from './cellImage.ts'
import { PALETTES, type Theme } from './palette.ts'

/** How a symbol says whether somebody has checked it. */
export type Look = 'known' | 'stale' | 'unverified'

const PIXEL_RATIO = 2
// With its margin for the ring a symbol is 44 px wide: what a finger needs.
const SYMBOL = 44

async function drawSymbol(family: string, look: string): Promise<HTMLImageElement> {
  const svg = familySvg(Family.parse(family), {
    size: SYMBOL * PIXEL_RATIO,
    stale: look === 'stale',
    unverified: look === 'unverified',
  })
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  return image
}

const draw = async ([kind, first = '', second = '']: string[]) =>
  kind === 'family' ? drawSymbol(first, second) : drawCell(second, PALETTES[first as Theme])

/** Draws what the style asks for by name: `family:A:stale` and `cell:light:A12B3`. */
export const drawMissing = (map: MapInstance) => async (id: string) => {
  const image = await draw(id.split(':'))
  if (!map.hasImage(id)) map.addImage(id, image, { pixelRatio: PIXEL_RATIO })
}
