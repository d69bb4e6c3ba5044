import { useEffect, useRef } from 'react'
import { useScaleWords } from '#web/features/assessments/useScaleWords.ts'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import type { MapHandle } from '#web/map/MapCanvas.tsx'
import { useChange, useSelected, useViewPart } from '#web/useView.ts'
import { ActorMap } from '../../map/ActorMap.tsx'
import { useMedia } from '../../map/useMedia.ts'
import { useCooperationContext } from '../useCooperation.ts'
import { MapKey } from './MapKey.tsx'
import { TiesChoice } from './TiesChoice.tsx'
import { useMapExtras } from './useMapExtras.ts'

// The part of a phone's map that an open card lies over.
const PHONE_CARD = 0.7

/** The actors where they are, with where they stand, their ties, and what the reason shows besides. */
export default function MapView() {
  const change = useChange()
  const search = useViewPart(({ at, contours, lines }) => ({ at, contours, lines }))
  const selected = useSelected()
  const territory = useTerritory()
  const { filter, byId, scales, onSelect } = useCooperationContext()
  const { standing: words } = useScaleWords(scales)
  const isPhone = useMedia('(width < 48rem)')
  const map = useRef<MapHandle>(null)
  const lines = search.lines ?? 'selected'
  const { extras, hasStops, hasSilence } = useMapExtras(lines)

  // Another territory was chosen and the address does not say where to look.
  const shown = useRef(territory?.id)
  useEffect(() => {
    if (shown.current === territory?.id) return
    shown.current = territory?.id
    if (territory?.bounds) map.current?.fit(territory.bounds)
  }, [territory])

  return (
    <ActorMap
      filter={filter}
      selected={selected}
      known={selected === undefined ? undefined : byId.get(selected)}
      at={search.at}
      contours={search.contours}
      handle={map}
      covered={isPhone ? PHONE_CARD : 0}
      extras={extras}
      isFolded
      legend={<MapKey words={words} stops={hasStops} silence={hasSilence} />}
      onView={({ viewport }) => change({ at: [...viewport] }, { replace: true })}
      onSelect={(id) => id !== selected && onSelect(id)}
      onContours={(contours) => change({ contours }, { replace: true })}
    >
      <TiesChoice
        value={lines}
        onChange={(next) => change({ lines: next === 'selected' ? undefined : next }, { replace: true })}
      />
    </ActorMap>
  )
}
