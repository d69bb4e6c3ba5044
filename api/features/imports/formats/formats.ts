import { communeContours, irisContours } from './contours.ts'
import { dataInclusionServices } from './data-inclusion-services.ts'
import { dataInclusionStructures } from './data-inclusion-structures.ts'
import type { Format, Head } from './format.ts'
import { franceServices } from './france-services.ts'

/** Every format that is read. The header decides, in this order; the name of the file never does. */
const FORMATS: readonly Format[] = [
  franceServices,
  dataInclusionServices,
  dataInclusionStructures,
  irisContours,
  communeContours,
]

export const recogniseFormat = (head: Head): Format | undefined =>
  FORMATS.find((format) => format.containers.includes(head.container) && format.recognise(head))
