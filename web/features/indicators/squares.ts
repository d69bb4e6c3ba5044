import { type Grid, GridIndicator } from '#contract/grid'

/** What the squares show, as an address carries it: `2021~poor_households`. */
export const toSquaresText = (vintage: string, indicator: GridIndicator): string => `${vintage}~${indicator}`

/** The vintage and the indicator that an address names; undefined when it makes no sense. */
export function fromSquaresText(
  text: string | undefined,
): { vintage: string; indicator: GridIndicator } | undefined {
  const [vintage, name] = text?.split('~') ?? []
  const indicator = GridIndicator.safeParse(name)
  return vintage && indicator.success ? { vintage, indicator: indicator.data } : undefined
}

/** Squares are 200 m from this zoom on; their sides double at each zoom below. */
const FINEST_ZOOM = 13
const COARSEST = 7

/** The level that the tiles of a zoom carry. */
export const levelAt = (zoom: number): number =>
  Math.min(COARSEST, Math.max(0, FINEST_ZOOM - Math.floor(zoom)))

/** What shades may show: squares differ in size, so a count of one says more of the square than of who lives there. */
export const shadedOf = ({ indicators }: Pick<Grid, 'indicators'>): Grid['indicators'] =>
  indicators.filter(({ kind }) => kind !== 'count')
