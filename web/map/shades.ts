import type { Theme } from './palette.ts'

// One slate hue whose lightness alone changes, so that it prints in grey and no zone looks like a warning. In the dark
// theme it runs the other way: what is more stands out from the ground.
const ANCHORS: Record<Theme, readonly string[]> = {
  light: ['#e2e8ed', '#bccbd8', '#8fa9bd', '#62849f', '#3d607c', '#17324a'],
  dark: ['#35434e', '#4b6376', '#69879d', '#8eaabf', '#bad0df', '#ecf4f9'],
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

function between(from: string, to: string, share: number): string {
  const end = channels(to)
  return `#${channels(from)
    .map((value, index) => Math.round(value + (end[index]! - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

/** `count` shades from least to most, evenly spread over the ramp. */
export function shadesOf(theme: Theme, count: number): string[] {
  const anchors = ANCHORS[theme]
  if (count === 1) return [anchors[2]!]
  return Array.from({ length: count }, (_, index) => {
    const place = (index / (count - 1)) * (anchors.length - 1)
    const from = Math.min(Math.floor(place), anchors.length - 2)
    return between(anchors[from]!, anchors[from + 1]!, place - from)
  })
}

/** Two figures at once, three classes each: nine colours, row by row from the least of the second figure. */
export const BIVARIATE = [
  '#e8e8e8',
  '#ace4e4',
  '#5ac8c8',
  '#dfb0d6',
  '#a5add3',
  '#5698b9',
  '#be64ac',
  '#8c62aa',
  '#3b4994',
] as const

/** Values that gather: plum for high ones, teal for low ones; paler where a zone differs from those around it. */
export const GATHERED: Record<
  Theme,
  { high: string; low: string; highAlone: string; lowAlone: string; plain: string }
> = {
  light: { high: '#5b3f7d', low: '#7fb3b5', highAlone: '#ae97c9', lowAlone: '#d3e6e5', plain: '#ebe7df' },
  dark: { high: '#c9b3ea', low: '#3f7478', highAlone: '#7d6a9c', lowAlone: '#2b4a4c', plain: '#37332d' },
}

/** Circles of counts. */
export const CIRCLE: Record<Theme, string> = { light: '#3d607c', dark: '#8eaabf' }
