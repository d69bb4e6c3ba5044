import { contourTiles } from '#web/map/contourTiles.ts'
import { ContoursContext } from '#web/map/PointsMap.tsx'
import { useContours } from '../map/useActorMapStyle.ts'

/** The zones that the maps of the field show, and that can be chosen whole. */
export function FieldContours({
  territoryId,
  children,
}: {
  territoryId: string | undefined
  children: React.ReactNode
}) {
  const contours = useContours(territoryId, undefined)
  return (
    <ContoursContext value={contours && contourTiles(location.origin, contours)}>{children}</ContoursContext>
  )
}
