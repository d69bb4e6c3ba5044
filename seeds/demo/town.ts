import { randomFrom } from '../random.ts'
import { type Backdrop, drawBackdrop } from './backdrop.ts'
import { type Built, build } from './buildings.ts'
import { type NamedStreet, nameStreets } from './street-names.ts'
import { planStreets } from './streets.ts'
import { type PlannedZone, planZones } from './zones.ts'

export type Town = { zones: PlannedZone[]; named: NamedStreet[]; backdrop: Backdrop }

/** The whole plan; each part has its own stream of numbers, so that changing one leaves the others in place. */
export function drawTown(seed: number): Town {
  const zones = planZones()
  const { streets, blocks } = planStreets(zones, randomFrom(seed))
  const named = nameStreets(zones, streets, randomFrom(seed + 1))
  const random = randomFrom(seed + 2)
  const buildings = new Map<PlannedZone, Built[]>(zones.map((zone) => [zone, []]))
  for (const block of blocks) buildings.get(block.zone)!.push(...build(block, random))
  return { zones, named, backdrop: drawBackdrop(zones, buildings, streets, named) }
}
