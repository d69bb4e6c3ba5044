import { FAMILIES, type Family } from '#contract/nomenclature'
import { SYMBOLS } from '#web/ui/families.ts'
import { LETTERS } from '#web/ui/familyLetters.ts'
import type { Palette } from './palette.ts'

export type FamilyCount = { family: Family; count: number }
export type Slice<Counted = FamilyCount> = Counted & { from: number; to: number }
/** What a slice of the ring looks like: its colour, and a sign drawn about its middle. */
export type SliceLook = {
  count: number
  colour: string
  sign: (context: OffscreenCanvasRenderingContext2D) => void
}

const isFamily = (letter: string): letter is Family => (FAMILIES as readonly string[]).includes(letter)

/** Reads what a cell carries: `A12B3` is twelve of A and three of B. Anything else in it is passed over. */
export const parseFamilies = (text: string): FamilyCount[] =>
  [...text.matchAll(/([A-Z])(\d+)/g)].flatMap(([, letter = '', count]) =>
    isFamily(letter) && Number(count) > 0 ? [{ family: letter, count: Number(count) }] : [],
  )

// A family that is there is seen, even one among a thousand: a twentieth of the ring at least.
const LEAST = 1 / 20

/** The share of the ring of each, as angles in radians from the top, clockwise. */
export function ringSlices<Counted extends { count: number }>(counts: readonly Counted[]): Slice<Counted>[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const shares = counts.map(({ count }) => Math.max(count / total, LEAST))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let angle = -Math.PI / 2
  return counts.map((entry, index) => {
    const from = angle
    angle += (shares[index]! / whole) * 2 * Math.PI
    return { ...entry, from, to: angle }
  })
}

const SIZE = 104
const OUTER = 50
const INNER = 31
// Along the middle of the ring, a letter needs this much room (radians).
const ROOM = 0.42

/** A disc for the count inside a ring of slices, each with its sign where there is room. */
export function drawRing(looks: readonly SliceLook[], palette: Palette): ImageData {
  const canvas = new OffscreenCanvas(SIZE, SIZE)
  const context = canvas.getContext('2d')!
  const middle = SIZE / 2
  const disc = (radius: number, colour: string) => {
    context.beginPath()
    context.arc(middle, middle, radius, 0, 2 * Math.PI)
    context.fillStyle = colour
    context.fill()
  }
  disc(OUTER + 2, palette.surface)
  const slices = ringSlices(looks)
  for (const { colour, sign, from, to } of slices) {
    context.beginPath()
    context.arc(middle, middle, OUTER - 1, from, to)
    context.arc(middle, middle, INNER, to, from, true)
    context.closePath()
    context.fillStyle = colour
    context.fill()
    context.strokeStyle = palette.surface
    context.lineWidth = slices.length > 1 ? 2.5 : 0
    if (slices.length > 1) context.stroke()
    if (to - from < ROOM) continue
    const turn = (from + to) / 2
    const radius = (OUTER + INNER) / 2
    context.save()
    context.translate(middle + radius * Math.cos(turn), middle + radius * Math.sin(turn))
    sign(context)
    context.restore()
  }
  disc(INNER, palette.surface)
  return context.getImageData(0, 0, SIZE, SIZE)
}

/** How many, in a ring of the families present, each with its letter. */
export const drawCell = (families: string, palette: Palette): ImageData =>
  drawRing(
    parseFamilies(families).map(({ family, count }) => ({
      count,
      colour: SYMBOLS[family].colour,
      sign: (context) => {
        context.scale(1.05, 1.05)
        context.fillStyle = '#ffffff'
        context.fill(new Path2D(LETTERS[family]))
      },
    })),
    palette,
  )
