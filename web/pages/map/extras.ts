import type { MapPart } from '#web/map/style.ts'

/** What a page draws beside the actors: on the ground under the contours, under the symbols, and over them. */
export type MapExtras = {
  ground: readonly MapPart[]
  below: readonly MapPart[]
  above: readonly MapPart[]
  /** Whether they stand for the cells of places far away as well. */
  cells?: boolean
}

export const NO_EXTRAS: MapExtras = { ground: [], below: [], above: [] }
