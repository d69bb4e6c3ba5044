import type { Map as MapInstance } from 'maplibre-gl'
import { useId, useState } from 'react'
import { classes } from '#web/ui/classes.ts'
import css from './HexBrush.module.css'
import { type HexKey, keyAt, positionOf, stepFrom } from './hexagons.ts'

export type HexCursorWords = {
  keyboard: string
  keyboardHelp: string
  on: string
  off: string
  count: string
}

const MARGIN = 60

/**
 * The brush of a keyboard: one stop of the tab key, then arrows go from cell to cell, space adds or takes away, and
 * shift paints on the way. What the cursor is on, and in which named surface, is said.
 */
export function HexCursor({
  map,
  naming,
  hexagons,
  cursor,
  onCursor,
  onPress,
  onPaint,
  words,
}: {
  map: MapInstance
  /** Layers whose features have a `name`. */
  naming: readonly string[]
  hexagons: readonly HexKey[]
  cursor: HexKey | null
  onCursor: (hexagon: HexKey | null) => void
  onPress: (hexagon: HexKey) => void
  onPaint: (path: HexKey[]) => void
  words: HexCursorWords
}) {
  const help = useId()
  const [name, setName] = useState('')
  const go = (hexagon: HexKey) => {
    onCursor(hexagon)
    const centre = positionOf(hexagon)
    const at = map.project(centre)
    const { clientWidth, clientHeight } = map.getCanvas()
    const layers = naming.filter((id) => map.getLayer(id))
    const [here] = layers.length ? map.queryRenderedFeatures(at, { layers }) : []
    setName(String(here?.properties.name ?? ''))
    const isInSight =
      at.x > MARGIN && at.y > MARGIN && at.x < clientWidth - MARGIN && at.y < clientHeight - MARGIN
    if (!isInSight) map.easeTo({ center: centre, duration: 200 })
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!cursor) return
    const next = stepFrom(cursor, event.key)
    const isPress = event.key === ' ' || event.key === 'Enter'
    if (!next && !isPress) return
    event.preventDefault()
    if (isPress) return onPress(cursor)
    go(next!)
    if (event.shiftKey) onPaint([cursor, next!])
  }
  return (
    <>
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows paint here, as in any drawing application
        tabIndex={0}
        aria-label={words.keyboard}
        aria-describedby={help}
        onFocus={() => {
          const { lng, lat } = map.getCenter()
          go(cursor ?? keyAt([lng, lat]))
        }}
        onBlur={() => onCursor(null)}
        onKeyDown={onKeyDown}
        className={classes(css.keyboard)}
      >
        <strong>{words.keyboard}</strong>
        <span id={help}>{words.keyboardHelp}</span>
      </div>
      <p role="status" className="visually-hidden">
        {cursor &&
          [name, hexagons.includes(cursor) ? words.on : words.off, words.count].filter(Boolean).join(', ')}
      </p>
    </>
  )
}
