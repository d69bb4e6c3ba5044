import type { Family } from '#contract/nomenclature'
import { LETTERS } from './familyLetters.ts'

type Symbol = {
  /** Outline in a box of 32 × 32. */
  shape: string
  /** Fill; a white letter on it has a contrast of at least 4.5:1. */
  colour: string
  /** Where the letter stands and how large it is, since a triangle is not a square. */
  letter: { y: number; scale: number }
}

/** Shape, letter and colour of each family. Recognisable in greyscale by shape and letter alone. */
export const SYMBOLS: Record<Family, Symbol> = {
  A: {
    shape: 'M16 2.5a13.5 13.5 0 1 1 0 27a13.5 13.5 0 1 1 0-27Z',
    colour: '#7a3e9d',
    letter: { y: 15.6, scale: 1.05 },
  },
  B: {
    shape: 'M6 4h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z',
    colour: '#1f4e9c',
    letter: { y: 16, scale: 1.1 },
  },
  C: {
    shape: 'M4.5 4.5Q10.5 5 16 2.5Q21.5 5 27.5 4.5V15Q27.5 24.5 16 30Q4.5 24.5 4.5 15Z',
    colour: '#08668a',
    letter: { y: 15.5, scale: 1 },
  },
  D: {
    shape: 'M4.5 15.5a11.5 12.5 0 0 1 23 0V27a2 2 0 0 1-2 2h-19a2 2 0 0 1-2-2Z',
    colour: '#0b6b5b',
    letter: { y: 17, scale: 1.05 },
  },
  E: {
    shape: 'M14.2 3.2Q16 1 17.8 3.2L30.3 26Q31 29 28 29.5H4Q1 29 1.7 26Z',
    colour: '#a63a2a',
    letter: { y: 20.3, scale: 0.95 },
  },
  F: {
    shape: 'M16 2L31 14.5H27.5V27.5a2 2 0 0 1-2 2h-19a2 2 0 0 1-2-2V14.5H1Z',
    colour: '#765600',
    letter: { y: 19, scale: 0.95 },
  },
  G: {
    shape: 'M10 2.5h12V10h7.5v12H22v7.5H10V22H2.5V10H10Z',
    colour: '#2c6e2f',
    letter: { y: 16, scale: 1 },
  },
  H: { shape: 'M9 4h14l7.5 12L23 28H9L1.5 16Z', colour: '#ab450b', letter: { y: 16, scale: 1.05 } },
  I: {
    shape: 'M16 0.5Q27.5 12.5 27.5 19a11.5 11.5 0 0 1-23 0Q4.5 12.5 16 0.5Z',
    colour: '#94305f',
    letter: { y: 19, scale: 1 },
  },
  J: { shape: 'M16 0.5L31.5 16L16 31.5L0.5 16Z', colour: '#4c5d14', letter: { y: 16, scale: 0.95 } },
  K: {
    shape: 'M7 16A7 7 0 1 1 16 7A7 7 0 1 1 25 16A7 7 0 1 1 16 25A7 7 0 1 1 7 16Z',
    colour: '#5a479c',
    letter: { y: 16, scale: 1 },
  },
  L: {
    shape: 'M4 2.5H28Q31 3 30.3 6L17.8 28.8Q16 31 14.2 28.8L1.7 6Q1 3 4 2.5Z',
    colour: '#734f39',
    letter: { y: 11.6, scale: 0.95 },
  },
  M: {
    shape:
      'M16 1L20.6 4.9L26.6 5.4L27.1 11.4L31 16L27.1 20.6L26.6 26.6L20.6 27.1L16 31L11.4 27.1L5.4 26.6L4.9 20.6L1 16L4.9 11.4L5.4 5.4L11.4 4.9Z',
    colour: '#33415c',
    letter: { y: 16, scale: 0.9 },
  },
}

/** Fill of what nobody has verified for two years, whatever its family. */
export const STALE_COLOUR = '#6b665f'
/** Ring around the selected symbol. */
const SELECTED_COLOUR = '#e9a11b'

export type FamilySvgOptions = {
  /** Width and height, in CSS pixels. */
  size: number
  /** Not verified for a long time: grey. */
  stale?: boolean
  /** Never verified by a person: outline and letter in the family's colour on white. */
  unverified?: boolean
  selected?: boolean
}

/** The inside of the symbol, in a box of −4 −4 40 40 that leaves room for the ring. */
export function familyMarkup(
  family: Family,
  { stale, unverified, selected }: Omit<FamilySvgOptions, 'size'> = {},
) {
  const { shape, colour, letter } = SYMBOLS[family]
  const tint = stale ? STALE_COLOUR : colour
  const [fill, ink] = unverified ? ['#ffffff', tint] : [tint, '#ffffff']
  const ring = selected
    ? `<path d="${shape}" fill="none" stroke="#201e1a" stroke-width="8.5" stroke-linejoin="round"/><path d="${shape}" fill="none" stroke="${SELECTED_COLOUR}" stroke-width="6.5" stroke-linejoin="round"/>`
    : `<path d="${shape}" fill="none" stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round"/>`
  const edge = unverified ? ` stroke="${tint}" stroke-width="2.5" stroke-linejoin="round"` : ''
  return `${ring}<path d="${shape}" fill="${fill}"${edge}/><path d="${LETTERS[family]}" transform="translate(16 ${letter.y}) scale(${letter.scale})" fill="${ink}"/>`
}

/** The symbol as an SVG document, so that the map can rasterise the very same drawing as the interface. */
export const familySvg = (family: Family, { size, ...state }: FamilySvgOptions): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-4 -4 40 40">${familyMarkup(family, state)}</svg>`
