import { tilePath } from '#contract/tiles'
import type { ZoneLevel } from '#contract/zones'
import { toSearch } from '#web/http/address.ts'

/** One set of contours: a level of one vintage. */
export type Contours = { level: ZoneLevel; vintage: string }

/** Address of the tiles of one set of contours, with {z}/{x}/{y} for the map to fill. */
export const contourTiles = (origin: string, { level, vintage }: Contours): string =>
  origin + tilePath.replace(':layer', 'zones').replace(/:([zxy])/g, '{$1}') + toSearch({ level, vintage })
