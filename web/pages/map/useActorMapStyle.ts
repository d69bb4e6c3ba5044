import { useQuery } from '@tanstack/react-query'
import type { StyleSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import type { Actor } from '#contract/actors'
import { type Filter, useRevision } from '#web/features/actors/actors.queries.ts'
import { tilesUrl } from '#web/features/actors/filter.ts'
import { contoursKey, coverageQuery, drawable } from '#web/features/zones/zones.queries.ts'
import { type Contours, contourTiles } from '#web/map/contourTiles.ts'
import { actorPlaces } from '#web/map/layers/actors.ts'
import { selectedPlaces } from '#web/map/layers/selection.ts'
import { interventionArea } from '#web/map/layers/territory.ts'
import { zoneContours, zoneNames } from '#web/map/layers/zones.ts'
import { mapStyle } from '#web/map/style.ts'
import { useGround } from '#web/map/useGround.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { type MapExtras, NO_EXTRAS } from './extras.ts'

/** The contours to draw: those that were chosen, else IRIS, else communes, else the first that are loaded. */
export function useContours(territory: string | undefined, chosen: string | undefined) {
  const sets = drawable(useQuery(coverageQuery(territory)).data ?? [])
  if (chosen) return sets.find((set) => contoursKey(set) === chosen)
  return sets.find((set) => set.level === 'iris') ?? sets.find((set) => set.level === 'commune') ?? sets[0]
}

const lookOf = ({ freshness }: Actor) =>
  freshness === 'stale' || freshness === 'unverified' ? freshness : ('known' as const)

/** Where an actor is on the map. */
export const pointsOf = (actor: Actor) =>
  actor.places.flatMap(({ point }) => (point ? [point.coordinates] : []))

/** Everything the map draws: ground, contours, the actors of the filter, what the page adds, and the selected one above them. */
export function useActorMapStyle(
  filter: Filter,
  contours: Contours | undefined,
  actor: Actor | undefined,
  { ground: onGround, below, above, cells }: MapExtras = NO_EXTRAS,
): StyleSpecification {
  const palette = usePalette()
  const ground = useGround(palette)
  const revision = useRevision()
  const actorTiles = tilesUrl(location.origin, filter, revision)
  const zoneTiles = contours && contourTiles(location.origin, contours)
  return useMemo(
    () =>
      mapStyle(palette, [
        ...ground.below,
        ...(zoneTiles ? onGround : []),
        ...(zoneTiles ? [zoneContours(zoneTiles, palette)] : []),
        ...(actor?.area.polygon ? [interventionArea(actor.area.polygon, palette)] : []),
        ...(zoneTiles ? [zoneNames(palette)] : []),
        ...ground.above,
        ...below,
        actorPlaces(actorTiles, palette, cells ? 'hidden' : 'shown'),
        ...above,
        ...(actor ? [selectedPlaces(pointsOf(actor), actor.family, lookOf(actor), palette)] : []),
      ]),
    [palette, ground, zoneTiles, actorTiles, actor, onGround, below, above, cells],
  )
}
