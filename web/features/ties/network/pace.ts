/** Milliseconds: fewer than forty pictures a second are felt. */
const SLOW = 25
const BEATS = 6
/** A longer silence is a rest, not a slow picture. */
const SILENCE = 1_500

/**
 * Whether this machine is too slow to draw everything anew for each picture of a movement. Said once, it holds until
 * `forget`: what is moved as a picture is always fast and says nothing.
 */
export function paceOf() {
  let last = Number.NEGATIVE_INFINITY
  let gaps: number[] = []
  let slow = false
  return {
    beat: (now: number) => {
      const gap = now - last
      last = now
      if (slow || gap > SILENCE) return
      gaps = [...gaps, gap].slice(-BEATS)
      // The middle one: a rest or a hiccup among them says nothing.
      slow = gaps.length === BEATS && [...gaps].sort((a, b) => a - b)[BEATS / 2]! > SLOW
    },
    isSlow: () => slow,
    forget: () => {
      gaps = []
      slow = false
    },
  }
}
