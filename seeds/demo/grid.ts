import proj4 from 'proj4'
import { cellId } from '#api/domain/grid-cells'
import { naturalSquares } from '#api/domain/natural-level'
import { isInside } from '#api/domain/planar'
import { GRID_FIGURES, type GridFigure } from '#contract/figures'
import type { Random } from '../random.ts'
import { URBAN } from './plan.ts'
import { fromWgs84, type Point2, type Ring2, toWgs84 } from './plane.ts'
import type { WayOfLife } from './ways-of-life.ts'
import type { PlannedZone } from './zones.ts'

/** A cell of 200 m: figures in the order of the file. */
export type DemoCell = {
  north: number
  east: number
  natural: string
  imputed: 0 | 1
  commune: string
  figures: number[]
}
type Inhabited = { column: number; row: number; way: WayOfLife; households: number }

export const GRID_CRS = 3035
export const GRID_SIDE = 200
/** Insee's largest squares of the natural level are of 32 km; of a town, 12.8 km say as much. */
const TOP_LEVEL = 6

const LAEA = proj4('+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs')
/** Outside the town and the villages one cell in two is lived in, by few. */
const HAMLETS = 0.5
const HAMLET_WEIGHT = 0.06

/** Lived-in cells, with the households of each zone shared among those whose middle lies in it. */
function settle(zones: readonly PlannedZone[], ways: readonly WayOfLife[], random: Random): Inhabited[] {
  return zones.flatMap(({ ring }, i) => {
    const way = ways[i]!
    const cells = cellsWithin(ring).flatMap(({ column, row, middle }) => {
      const spread = Math.exp(random.between(-1.1, 1.1))
      const isBuilt = URBAN.some((edge) => isInside(middle, edge))
      if (!isBuilt && random.next() > HAMLETS) return []
      return [{ column, row, way, weight: isBuilt ? spread : HAMLET_WEIGHT * spread, households: 0 }]
    })
    const whole = cells.reduce((sum, cell) => sum + cell.weight, 0)
    let owed = 0
    for (const cell of cells) {
      owed += (way.households * cell.weight) / whole
      cell.households = Math.round(owed)
      owed -= cell.households
    }
    return cells.filter((cell) => cell.households > 0)
  })
}

function cellsWithin(ring: Ring2): { column: number; row: number; middle: Point2 }[] {
  const corners = ring.map((p) => LAEA.forward(toWgs84(p)))
  const columns = corners.map(([east]) => Math.floor(east! / GRID_SIDE))
  const rows = corners.map(([, north]) => Math.floor(north! / GRID_SIDE))
  const found = []
  for (let row = Math.min(...rows); row <= Math.max(...rows); row++)
    for (let column = Math.min(...columns); column <= Math.max(...columns); column++) {
      const at = LAEA.inverse([(column + 0.5) * GRID_SIDE, (row + 0.5) * GRID_SIDE]) as [number, number]
      const middle = fromWgs84(at)
      if (isInside(middle, ring)) found.push({ column, row, middle })
    }
  return found
}

/** Insee's ages of the grid, from the ten of the census: shares of each that make it. */
// biome-ignore format: a table is easier to read as a table
const AGES: [GridFigure, ...number[]][] = [
  ['ind_0_3', 1, 0.33], ['ind_4_5', 0, 0.67], ['ind_6_10', 0, 0, 1], ['ind_11_17', 0, 0, 0, 1], ['ind_18_24', 0, 0, 0, 0, 1],
  ['ind_25_39', 0, 0, 0, 0, 0, 1], ['ind_40_54', 0, 0, 0, 0, 0, 0, 1], ['ind_55_64', 0, 0, 0, 0, 0, 0, 0, 1],
  ['ind_65_79', 0, 0, 0, 0, 0, 0, 0, 0, 1], ['ind_80p', 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
]

/** What is true of a cell; chance moves it away from its quarter. */
function figuresOf({ way, households }: Inhabited, random: Random): Record<GridFigure, number> {
  const part = (share: number, of = households) =>
    Math.min(of, Math.max(0, Math.round(share * of * random.between(0.6, 1.4))))
  const persons = Math.max(households, Math.round((way.population / way.households) * households))
  const [houses, social] = [way.fabric === 'houses' || way.fabric === 'village', part(way.social)]
  const collective = part(houses ? 0.06 : 0.88)
  const before45 = part(way.fabric === 'core' ? 0.7 : 0.2)
  const after90 = part(houses ? 0.3 : 0.12, households - before45)
  const before70 = Math.round((households - before45 - after90) * 0.5)
  const ages = Object.fromEntries(
    AGES.map(([figure, ...shares]) => [
      figure,
      Math.round(persons * shares.reduce((sum, share, i) => sum + share * way.ages[i]!, 0)),
    ]),
  ) as Record<GridFigure, number>
  return {
    ...ages,
    ind: persons,
    men: households,
    // Insee cuts the share of poor households at 80 %.
    men_pauv: Math.min(part(way.poverty), Math.floor(households * 0.8)),
    men_1ind: part(way.single),
    men_5ind: part(0.07),
    men_prop: part(way.owned),
    men_fmp: part(way.loneParents),
    ind_snv: Math.round(persons * way.median * random.between(0.95, 1.15)),
    men_surf: households * (houses ? 105 : 67),
    men_coll: collective,
    men_mais: households - collective,
    log_av45: before45,
    log_45_70: before70,
    log_70_90: households - before45 - after90 - before70,
    log_ap90: after90,
    log_inc: 0,
    log_soc: social,
    ind_inc: 0,
  }
}

/**
 * Cells of 200 m of the town and its neighbours. As in Insee's file a cell of fewer than eleven households only has its own
 * households and persons: everything else is its share of the square of the natural level, which it names.
 */
export function demoGrid(
  zones: readonly PlannedZone[],
  ways: readonly WayOfLife[],
  random: Random,
): DemoCell[] {
  const cells = settle(zones, ways, random)
  const known = new Map(cells.map((cell) => [`${cell.column},${cell.row}`, cell]))
  const squares = naturalSquares(cells, TOP_LEVEL)
  return squares.flatMap((square) => {
    const side = 2 ** square.level
    const inside: Inhabited[] = []
    for (let row = square.row; row < square.row + side; row++)
      for (let column = square.column; column < square.column + side; column++) {
        const cell = known.get(`${column},${row}`)
        if (cell) inside.push(cell)
      }
    const truths = inside.map((cell) => figuresOf(cell, random))
    const natural = cellId({
      crs: GRID_CRS,
      size: GRID_SIDE * side,
      north: square.row * GRID_SIDE,
      east: square.column * GRID_SIDE,
    })
    return inside.map(({ column, row, way, households }, i): DemoCell => {
      const isImputed = households < 11
      const shared = (figure: GridFigure) => {
        const sum = truths.reduce((all, truth) => all + truth[figure], 0)
        return Number(((sum * households) / square.households).toFixed(1))
      }
      return {
        north: row * GRID_SIDE,
        east: column * GRID_SIDE,
        natural,
        imputed: isImputed ? 1 : 0,
        commune: way.commune,
        figures: GRID_FIGURES.map((figure) =>
          isImputed && figure !== 'men' && figure !== 'ind' ? shared(figure) : truths[i]![figure],
        ),
      }
    })
  })
}
