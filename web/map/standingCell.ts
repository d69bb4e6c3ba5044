import { MARKS, STANDINGS } from '#web/ui/quadrants.ts'
import { drawRing } from './cellImage.ts'
import type { Palette, Theme } from './palette.ts'

// Half of the box in which a mark is drawn, and how much of it fits into the ring.
const HALF = 8
const SCALE = 0.78

/** Reads `3-0-2-1-0-9`: how many of each standing, those that are there. */
export const parseStandings = (text: string) =>
  text.split('-').flatMap((count, index) => {
    const standing = STANDINGS[index]
    return standing && Number(count) > 0 ? [{ standing, count: Number(count) }] : []
  })

/** How many, in a ring of where they stand, each with its mark. */
export const drawStandings = (standings: string, palette: Palette): ImageData =>
  drawRing(
    parseStandings(standings).map(({ standing, count }) => {
      const { shape, colour, hollow } = MARKS[standing]
      const isSilent = standing === 'unjudged'
      return {
        count,
        colour: isSilent ? palette.roadCasing : colour[palette.theme as Theme],
        sign: (context) => {
          if (isSilent) return
          context.scale(SCALE, SCALE)
          context.translate(-HALF, -HALF)
          const path = new Path2D(shape)
          context.fillStyle = palette.surface
          context.strokeStyle = palette.surface
          context.lineWidth = 2.5
          if (hollow) context.stroke(path)
          else context.fill(path)
        },
      }
    }),
    palette,
  )
