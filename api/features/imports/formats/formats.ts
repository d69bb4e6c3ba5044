import type { Format, Head } from './format.ts'
import { ACTOR_FORMATS } from './known-actors.ts'
import { ZONE_FORMATS } from './known-zones.ts'

/** Every file that is known. The header decides, in this order; the name of the file never does. */
const FORMATS: readonly Format[] = [...ACTOR_FORMATS, ...ZONE_FORMATS]

export const recogniseFormat = (head: Head): Format | undefined =>
  FORMATS.find((format) => format.containers.includes(head.container) && format.recognise(head))
