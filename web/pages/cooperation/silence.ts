import type { ZonePresence } from '#contract/outreach'

/** Zones where nobody is known to go, in the order given: we do not know, which is not « nobody goes ». */
export const silentOf = (zones: readonly ZonePresence[]): ZonePresence[] =>
  zones.filter(({ actors, stops }) => actors + stops === 0)
