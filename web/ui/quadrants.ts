import type { Quadrant } from '#contract/scales'

/** A quadrant, a median on the line between two, or nothing said yet. */
export type Standing = Quadrant | 'undecided' | 'unjudged'
export const STANDINGS = [
  'formalise',
  'lift_brakes',
  'keep_tie',
  'watch',
  'undecided',
  'unjudged',
] as const satisfies Standing[]

type Mark = {
  /** Outline in a box of 16 × 16. */
  shape: string
  /** On the surfaces of the light theme and of the dark one: at least 3:1. */
  colour: { light: string; dark: string }
  /** A shape without fill. */
  hollow?: boolean
}

/** Shape and colour of each standing; the shapes alone tell them apart, in greyscale too. */
export const MARKS: Record<Standing, Mark> = {
  formalise: { shape: 'M2 2h12v12H2Z', colour: { light: '#0b5c60', dark: '#7fcdc6' } },
  lift_brakes: { shape: 'M8 1.5L15 14H1Z', colour: { light: '#9a5b00', dark: '#f0b44c' } },
  keep_tie: {
    shape: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z',
    colour: { light: '#3f5f9e', dark: '#9db8ee' },
  },
  watch: {
    shape: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z',
    colour: { light: '#6b665f', dark: '#b5aea2' },
    hollow: true,
  },
  undecided: { shape: 'M8 1L15 8L8 15L1 8Z', colour: { light: '#575045', dark: '#cbc4b8' }, hollow: true },
  unjudged: { shape: 'M4 8h8', colour: { light: '#857d71', dark: '#938b7e' }, hollow: true },
}

/** The mark in a box of 16 × 16. */
export function markMarkup(standing: Standing, theme: 'light' | 'dark'): string {
  const { shape, colour, hollow } = MARKS[standing]
  const tint = colour[theme]
  return hollow
    ? `<path d="${shape}" fill="none" stroke="${tint}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/>`
    : `<path d="${shape}" fill="${tint}"/>`
}
