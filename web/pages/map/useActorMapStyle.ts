import { useQuery } from '@tanstack/react-query'
import type { StyleSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import type { Actor } from '#contract/actors'
import type { Family } from '#contract/nomenclature'
import { type Filter, useRevision } from '#web/features/actors/actors.queries.ts'
import { tilesUrl } from '#web/features/actors/filter.ts'
import { contoursKey, coverageQuery, drawable } from '#web/features/zones/zones.queries.ts'
import { type Contours, contourTiles } from '#web/map/contourTiles.ts'
import { actorPlaces } from '#web/map/layers/actors.ts'
import { selectedPlaces } from '#web/map/layers/selection.ts'
import { interventionArea } from '#web/map/layers/territory.ts'
import { zoneContours, zoneNames } from '#web/map/layers/zones.ts'
import type { Palette } from '#web/map/palette.ts'
import { mapStyle } from '#web/map/style.ts'
import type { Look } from '#web/map/symbols.ts'
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

/** What is known of the selected actor before its card has come. */
export type Known = { points: readonly (readonly [number, number])[]; family: Family }

/** The rings of the selection: the same part until other places are selected, and empty when there are none. */
function useSelection(actor: Actor | undefined, known: Known | undefined, palette: Palette) {
  const written = JSON.stringify(
    actor
      ? [pointsOf(actor), actor.family, lookOf(actor)]
      : [known?.points ?? [], known?.family ?? 'A', 'known'],
  )
  return useMemo(() => {
    const [points, family, look] = JSON.parse(written) as [Known['points'], Family, Look]
    return selectedPlaces(points, family, look, palette)
  }, [written, palette])
}

/** Everything the map draws: ground, contours, the actors of the filter, what the page adds, and the selected one above them. */
export function useActorMapStyle(
  filter: Filter,
  contours: Contours | undefined,
  actor: Actor | undefined,
  known: Known | undefined,
  { ground: onGround, below, above, cells }: MapExtras = NO_EXTRAS,
): StyleSpecification {
  const palette = usePalette()
  const selection = useSelection(actor, known, palette)
  const ground = useGround(palette)
  const revision = useRevision()
  const actorTiles = tilesUrl(location.origin, filter, revision)
  const zoneTiles = contours && contourTiles(location.origin, contours)
  const area = actor?.area.polygon
  return useMemo(
    () =>
      mapStyle(palette, [
        ...ground.below,
        ...(zoneTiles ? onGround : []),
        ...(zoneTiles ? [zoneContours(zoneTiles, palette)] : []),
        ...(area ? [interventionArea(area, palette)] : []),
        ...(zoneTiles ? [zoneNames(palette)] : []),
        ...ground.above,
        ...below,
        actorPlaces(actorTiles, palette, cells ? 'hidden' : 'shown'),
        ...above,
        selection,
      ]),
    [palette, ground, zoneTiles, actorTiles, area, selection, onGround, below, above, cells],
  )
}
