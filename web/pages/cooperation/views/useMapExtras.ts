import { useMemo } from 'react'
import { silentZones } from '#web/map/layers/silence.ts'
import { standOuts } from '#web/map/layers/standouts.ts'
import { outreachStops } from '#web/map/layers/stops.ts'
import { tieLines } from '#web/map/layers/ties.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { useSelected } from '#web/useView.ts'
import type { MapExtras } from '../../map/extras.ts'
import { standingExtras } from '../standingPlaces.ts'
import { useCooperationContext } from '../useCooperation.ts'
import { useSilence } from '../useSilence.ts'
import { type Lines, tieLinesOf } from './tieLinesOf.ts'

/**
 * What the map of cooperation draws besides the actors: where they stand, their ties, a way of introduction, and what the
 * reason shows. Each part is made again when what it shows changes, and not with the selection.
 */
export function useMapExtras(lines: Lines): { extras: MapExtras; hasStops: boolean; hasSilence: boolean } {
  const { actors, byId, positions, ties, outreach, way, path, named } = useCooperationContext()
  const selected = useSelected()
  const palette = usePalette()
  const { silent } = useSilence(way === 'find_unknown_publics')

  const standings = useMemo(() => standingExtras(actors, positions, palette), [actors, positions, palette])
  const drawn = useMemo(() => tieLinesOf(ties, byId, lines, selected), [ties, byId, lines, selected])
  const shown = useMemo(() => {
    const placesOf = (ids: readonly string[] = []) => ids.map((id) => byId.get(id)?.points ?? [])
    const places = placesOf([...(path ?? []), ...(named ?? [])]).flat()
    const steps = placesOf(path).flatMap(([first]) => (first ? [first] : []))
    return places.length ? [standOuts(places, steps, palette)] : []
  }, [path, named, byId, palette])
  const stops = useMemo(() => {
    if (way !== 'coordinate_outreach') return []
    return outreach.flatMap(({ name, stops: own }) =>
      own.flatMap(({ point, label }) =>
        point ? [{ point: point.coordinates, label: `${name} · ${label}` }] : [],
      ),
    )
  }, [way, outreach])
  const silence = useMemo(() => silent.map(({ zoneId }) => zoneId), [silent])

  const tied = useMemo(() => [tieLines(drawn, palette)], [drawn, palette])
  const extras = useMemo(
    (): MapExtras => ({
      ground: silence.length ? [silentZones(silence, palette)] : [],
      // The ties of one actor lie over the crowd; all of them together under it.
      below: [...standings.below, ...(lines === 'selected' ? [] : tied), ...shown],
      above: [
        ...(stops.length ? [outreachStops(stops, palette)] : []),
        ...(lines === 'selected' ? tied : []),
        ...standings.above,
      ],
      cells: standings.cells ?? false,
    }),
    [silence, standings, lines, tied, shown, stops, palette],
  )
  return { extras, hasStops: stops.length > 0, hasSilence: silence.length > 0 }
}
