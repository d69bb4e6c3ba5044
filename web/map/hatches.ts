/**
 * How a zone without a value is drawn, each unlike the others and unlike any class. `imputed` lies over the colour of a
 * class; `low` and `undetermined` tell two hues apart in grey.
 */
export const HATCHES = {
  silence: { path: 'M-3 9L9-3M-3 21L21-3M3 15L15 3', width: 1.25, opacity: 0.6 },
  secret: { path: 'M-3 9L9-3M-3 21L21-3M3 15L15 3M-3 3L9 15M-3-9L21 15M3-3L15 9', width: 1, opacity: 0.5 },
  withheld: { path: 'M-3 3L9 15M-3-9L21 15M3-3L15 9M0 0L12 12', width: 1, opacity: 0.55 },
  unavailable: { path: 'M0 2H12M0 8H12', width: 1.1, opacity: 0.6 },
  absent: { path: 'M2.5 3h1.4M8.5 9h1.4', width: 1.6, opacity: 0.75 },
  imputed: { path: 'M3 0V12M9 0V12', width: 1, opacity: 0.55 },
  low: { path: 'M0 3H12M0 9H12', width: 1.2, opacity: 0.5 },
  undetermined: { path: 'M2 4h3M8 10h3', width: 1.4, opacity: 0.6 },
} as const

export type HatchName = keyof typeof HATCHES
/** The pattern repeats: its lines leave one edge where they enter at the other. In pixels. */
export const HATCH_SIZE = 12

/** The lines of a hatch, in a box of 12 by 12. */
export const hatchMarkup = (name: HatchName, colour: string): string => {
  const { path, width, opacity } = HATCHES[name]
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}"/>`
}
