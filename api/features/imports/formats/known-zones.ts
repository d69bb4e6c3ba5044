import { banAddresses } from './ban-addresses.ts'
import { CNAF_FORMATS } from './cnaf.ts'
import { COG_LISTS } from './cog-lists.ts'
import { CONTOUR_FORMATS } from './contours.ts'
import { epciMembers } from './epci-members.ts'
import { filosofiCommunes, filosofiIris, qpvFigures } from './filosofi.ts'
import { filosofiGrid } from './filosofi-grid.ts'
import { filosofiMeasures } from './filosofi-measures.ts'
import type { Format } from './format.ts'
import { cogMovements, irisMovements } from './movements.ts'
import { rpIris } from './rp-iris.ts'

/** Known files of zones, figures, addresses and movements of codes. */
export const ZONE_FORMATS: readonly Format[] = [
  filosofiGrid,
  ...CONTOUR_FORMATS,
  cogMovements,
  irisMovements,
  ...COG_LISTS,
  epciMembers,
  filosofiMeasures,
  rpIris,
  ...CNAF_FORMATS,
  qpvFigures,
  filosofiIris,
  filosofiCommunes,
  banAddresses,
]
