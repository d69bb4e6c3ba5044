import type { Map as MapInstance } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import styles from './MapCanvas.module.css'

// Metres across one pixel at the equator at zoom 0, with tiles of 512 pixels.
const METRES_AT_0 = 78_271.517

/**
 * The longest round length (1, 2 or 5 × 10ⁿ metres) that fits in `room` pixels.
 * @param latitude degrees
 */
export function scaleBar(zoom: number, latitude: number, room: number): { metres: number; pixels: number } {
  const perPixel = (METRES_AT_0 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom
  const most = perPixel * room
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { metres, pixels: metres / perPixel }
}

/** A bar with its length in the reader's language. */
export function Scale({ map, locale }: { map: MapInstance; locale: string }) {
  const [bar, setBar] = useState(() => scaleBar(map.getZoom(), map.getCenter().lat, 110))
  useEffect(() => {
    const update = () => setBar(scaleBar(map.getZoom(), map.getCenter().lat, 110))
    map.on('move', update)
    return () => {
      map.off('move', update)
    }
  }, [map])
  const far = bar.metres >= 1_000
  const length = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: far ? 'kilometer' : 'meter',
    maximumFractionDigits: 1,
  }).format(far ? bar.metres / 1_000 : bar.metres)
  return (
    <span className={styles.scale} style={{ width: bar.pixels }}>
      {length}
    </span>
  )
}
