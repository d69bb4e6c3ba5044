import type { Map as MapInstance } from 'maplibre-gl'
import { Family } from '#contract/nomenclature'
import { familySvg } from '#web/ui/families.ts'
import { markMarkup, type Standing } from '#web/ui/quadrants.ts'
import { drawCell } from './cellImage.ts'
import { HATCH_SIZE, type HatchName, hatchMarkup } from './hatches.ts'
import { PALETTES, type Theme } from './palette.ts'
import { drawStandings } from './standingCell.ts'

/** How a symbol says whether somebody has checked it. */
export type Look = 'known' | 'stale' | 'unverified'

const PIXEL_RATIO = 2
// With its margin for the ring a symbol is 44 px wide: what a finger needs.
const SYMBOL = 44

// A disc around the mark keeps it apart from the symbol that it stands on.
const MARK = 22

async function drawSvg(svg: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  return image
}

const svgOf = (size: number, markup: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size * PIXEL_RATIO}" height="${size * PIXEL_RATIO}" viewBox="0 0 ${size} ${size}">${markup}</svg>`

const familyOf = (family: string, look: string) =>
  familySvg(Family.parse(family), {
    size: SYMBOL * PIXEL_RATIO,
    stale: look === 'stale',
    unverified: look === 'unverified',
  })

const markOf = (standing: string, theme: Theme) =>
  svgOf(
    MARK,
    `<circle cx="11" cy="11" r="10.5" fill="${PALETTES[theme].surface}" stroke="${PALETTES[theme].labelQuiet}" stroke-width="0.75"/><g transform="translate(3.8 3.8) scale(0.9)">${markMarkup(standing as Standing, theme)}</g>`,
  )

const hatchOf = (name: string, theme: Theme) =>
  svgOf(HATCH_SIZE, hatchMarkup(name as HatchName, PALETTES[theme].zoneLabel))

/** How each kind of image is drawn, from the two words after its name. */
const DRAWINGS: Record<string, (first: string, second: string) => Promise<HTMLImageElement> | ImageData> = {
  family: (family, look) => drawSvg(familyOf(family, look)),
  mark: (standing, theme) => drawSvg(markOf(standing, theme as Theme)),
  hatch: (name, theme) => drawSvg(hatchOf(name, theme as Theme)),
  standings: (theme, counts) => drawStandings(counts, PALETTES[theme as Theme]),
  cell: (theme, families) => drawCell(families, PALETTES[theme as Theme]),
}

const draw = async ([kind = '', first = '', second = '']: string[]) => DRAWINGS[kind]!(first, second)

/** Draws what the style asks for by name: `family:A:stale`, `mark:watch:dark`, `standings:light:1-0-2-0-0-4`, `cell:light:A12B3`. */
export const drawMissing = (map: MapInstance) => async (id: string) => {
  const image = await draw(id.split(':'))
  if (!map.hasImage(id)) map.addImage(id, image, { pixelRatio: PIXEL_RATIO })
}
