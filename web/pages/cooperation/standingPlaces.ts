import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { type StandingPlace, standingHalos, standingMarks } from '#web/map/layers/standings.ts'
import type { Palette } from '#web/map/palette.ts'
import type { MapExtras } from '../map/extras.ts'
import { NO_EXTRAS } from '../map/extras.ts'
import { standingOf } from './standings.ts'

/** Every place of the actors, with where each actor stands. */
export const standingPlacesOf = (
  actors: readonly ActorBrief[],
  positions: ReadonlyMap<string, Position>,
): StandingPlace[] =>
  actors.flatMap(({ id, name, family, points }) =>
    points.map((point) => ({ id, name, family, point, standing: standingOf(positions, id) })),
  )

/** A halo under each symbol and a mark at its corner; nothing when nobody is judged. */
export function standingExtras(
  actors: readonly ActorBrief[],
  positions: ReadonlyMap<string, Position>,
  palette: Palette,
): MapExtras {
  const places = standingPlacesOf(actors, positions)
  if (places.every(({ standing }) => standing === 'unjudged')) return NO_EXTRAS
  return {
    ground: [],
    below: [standingHalos(places, palette)],
    above: [standingMarks(palette)],
    cells: true,
  }
}
