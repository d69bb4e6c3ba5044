type Point = { x: number; y: number }
const WAYS: Record<string, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}

/** What lies beside the way counts twice: an arrow goes straight before it goes far. */
const ASIDE = 2

/** The place of the nearest point in the direction of an arrow key, among `points`; undefined when there is none. */
export function nearestTowards(key: string, from: Point, points: readonly Point[]): number | undefined {
  const way = WAYS[key]
  if (!way) return undefined
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  points.forEach(({ x, y }, index) => {
    const [dx, dy] = [x - from.x, y - from.y]
    const along = dx * way.x + dy * way.y
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x)
    const far = along + ASIDE * aside
    if (along > 1 && far < least) [best, least] = [index, far]
  })
  return best
}

const centreOf = (element: Element): Point => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/** Gives the keyboard to the nearest of `among` in the direction of an arrow key. Returns whether the key was one. */
export function rove(key: string, from: Element, among: readonly HTMLElement[]): boolean {
  if (!(key in WAYS)) return false
  const others = among.filter((one) => one !== from)
  const next = nearestTowards(key, centreOf(from), others.map(centreOf))
  if (next !== undefined) others[next]?.focus()
  return true
}
