type Ago = { value: number; unit: 'minute' | 'hour' | 'day' | 'month' | 'year' }

const MINUTE = 60_000
const UNITS: [Ago['unit'], number][] = [
  ['year', 365.25 * 24 * 60 * MINUTE],
  ['month', 30.4375 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
]

/** How long ago, in the largest unit that has passed once; months until two years, as freshness is told. */
export function agoOf(then: Date, now: Date): Ago {
  const elapsed = Math.max(0, now.getTime() - then.getTime())
  const fits = UNITS.find(([unit, length]) => elapsed >= length * (unit === 'year' ? 2 : 1))
  return fits ? { unit: fits[0], value: Math.floor(elapsed / fits[1]) } : { unit: 'minute', value: 0 }
}
