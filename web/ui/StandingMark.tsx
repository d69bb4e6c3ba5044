import { MARKS, type Standing } from './quadrants.ts'

/** The mark of a standing, in the colours of the page. It stands beside its word, and is silent. */
export function StandingMark({ standing, size = 16 }: { standing: Standing; size?: number }) {
  const { shape, colour, hollow } = MARKS[standing]
  const tint = `light-dark(${colour.light}, ${colour.dark})`
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 16 16">
      <path
        d={shape}
        style={hollow ? { fill: 'none', stroke: tint } : { fill: tint }}
        strokeWidth={hollow ? 2.5 : 0}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
