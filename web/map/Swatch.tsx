import { useId } from 'react'
import { HATCH_SIZE, HATCHES, type HatchName } from './hatches.ts'
import { usePalette } from './usePalette.ts'

/** A colour, a hatch or both, as {@link ZoneMap} paints them: one cell of a legend. */
export function Swatch({
  colour,
  hatch,
  width = 28,
  height = 18,
}: {
  colour?: string | undefined
  hatch?: HatchName | undefined
  width?: number
  height?: number
}) {
  const id = useId()
  const { land, zoneLabel, zone } = usePalette()
  const lines = hatch && HATCHES[hatch]
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ flex: 'none', borderRadius: 2 }}>
      {lines && (
        <pattern id={id} width={HATCH_SIZE} height={HATCH_SIZE} patternUnits="userSpaceOnUse">
          <path
            d={lines.path}
            fill="none"
            stroke={zoneLabel}
            strokeWidth={lines.width}
            strokeOpacity={lines.opacity}
          />
        </pattern>
      )}
      <rect width="100%" height="100%" fill={colour ?? land} />
      {lines && <rect width="100%" height="100%" fill={`url(#${id})`} />}
      <rect x="0.5" y="0.5" width={width - 1} height={height - 1} fill="none" stroke={zone} />
    </svg>
  )
}
