import { z } from 'zod'
import { Id } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Area } from './geometry.ts'
import { BlindSpot, FIGURE_UNITS } from './indicators.ts'

/**
 * What the Filosofi grid shows: shares of households, persons or dwellings of a square, the mean standard of living, and how
 * many live there. A square always holds at least eleven households, or nothing is said of it.
 */
export const GRID_INDICATORS = [
  'households',
  'persons',
  'poor_households',
  'single_households',
  'lone_parents',
  'large_households',
  'owners',
  'social_dwellings',
  'aged_65_plus',
  'aged_0_17',
  'living_standard',
] as const
export const GridIndicator = z.enum(GRID_INDICATORS)
export type GridIndicator = z.infer<typeof GridIndicator>

/** Squares as they are drawn at a zoom: sides double from 200 m as the map goes out. */
export const GRID_LEVELS = [0, 1, 2, 3, 4, 5, 6, 7] as const
export const gridSide = (level: number): number => 200 * 2 ** level

const Breaks = z.array(z.number())

/** What is known of a grid: its vintage, what it can show, and its imputed share. */
export const Grid = z.object({
  vintage: z.string(),
  cells: z.int(),
  /** Squares of at least eleven households at the finest level that may be shown. */
  squares: z.int(),
  /** Share of the cells, and of the persons, whose figures were imputed by Insee. */
  imputedCells: z.number(),
  imputedPersons: z.number(),
  /** Squares are being worked out after an import: 0 to 1; null when they are ready. */
  progress: z.number().nullable(),
  indicators: z.array(
    z.object({ id: GridIndicator, kind: z.enum(['count', 'ratio', 'mean']), unit: z.enum(FIGURE_UNITS) }),
  ),
  blindSpots: z.array(BlindSpot),
})
export type Grid = z.infer<typeof Grid>

export const CLASS_METHODS = ['quantile', 'jenks', 'equal'] as const
export const ClassMethod = z.enum(CLASS_METHODS)
export type ClassMethod = z.infer<typeof ClassMethod>

/** Classes of all squares of a territory at one level, and how its values are spread. */
export const GridClasses = z.object({
  /** Least and greatest value. */
  extent: z.tuple([z.number(), z.number()]).nullable(),
  /** Upper bounds of all classes but the last. */
  breaks: Breaks,
  /** Squares in each of the equal bins from the least to the greatest value. */
  histogram: z.array(z.int()),
  squares: z.int(),
  imputed: z.int(),
  withheld: z.int(),
})
export type GridClasses = z.infer<typeof GridClasses>

/**
 * What a drawn area holds, added up from the cells of 200 m whose middle lies in it. Households and persons are rounded to 5;
 * shares are in percent, and the mean standard of living in euros a year.
 */
export const AreaReading = z.object({
  households: z.int(),
  persons: z.int(),
  /** Share of its persons who live in imputed cells. */
  imputedPersons: z.number(),
  shares: z.partialRecord(GridIndicator, z.number()),
  vintage: z.string(),
})
export type AreaReading = z.infer<typeof AreaReading>

export const gridEndpoints = {
  list: {
    method: 'GET',
    path: '/api/grids',
    query: z.object({ territory: Id.optional() }),
    response: z.array(Grid),
  },
  classes: {
    method: 'GET',
    path: '/api/grids/classes',
    query: z.object({
      vintage: z.string().max(20),
      indicator: GridIndicator,
      territory: Id.optional(),
      level: z.coerce.number().int().min(0).max(7).default(0),
      method: ClassMethod.default('quantile'),
      classes: z.coerce.number().int().min(2).max(9).default(5),
    }),
    response: GridClasses,
  },
  /**
   * Problems: `grid_not_ready` (409) while squares are worked out; 422: `area_too_large`, `area_too_small` under eleven households, `area_would_disclose` when subtracting what this workspace was
   * shown before would leave fewer than eleven. What is answered is written in the workspace's ledger.
   */
  read: {
    method: 'POST',
    path: '/api/grids/areas',
    body: z.object({ vintage: z.string().max(20), area: Area }),
    response: AreaReading,
  },
} as const satisfies Record<string, Endpoint>

/**
 * Squares of one vintage: attributes `v` (the value; absent when it is not shown) and `s` (`o` observed, `i` imputed, `h`
 * withheld). The side follows from the zoom: 200 m from zoom 13 on, doubled at each zoom below.
 */
export const gridTilePath = '/api/grids/:z/:x/:y.mvt'
export const GridTileQuery = z.object({ vintage: z.string().max(20), indicator: GridIndicator })
