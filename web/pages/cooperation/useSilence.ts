import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ZonePresence } from '#contract/outreach'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useViewPart } from '#web/useView.ts'
import { useContours } from '../map/useActorMapStyle.ts'
import { presenceQuery } from './presence.queries.ts'
import { silentOf } from './silence.ts'

const NONE: ZonePresence[] = []

/** Zones of the contours that the map draws where nobody is known to go; `contours` is absent where none can say so. */
export function useSilence(isWanted: boolean) {
  const chosen = useViewPart((search) => search.contours)
  const territory = useTerritory()
  const contours = useContours(territory?.id, chosen)
  const level = contours?.level
  const set =
    contours && territory && (level === 'iris' || level === 'commune')
      ? { territory: territory.id, level, vintage: contours.vintage }
      : undefined
  const isAsked = isWanted && set !== undefined
  const zones = useQuery({
    ...presenceQuery(set ?? { territory: '', level: 'iris', vintage: '' }),
    enabled: isAsked,
  })
  const silent = useMemo(() => (isAsked && zones.data ? silentOf(zones.data) : NONE), [isAsked, zones.data])
  return { contours: set, silent, isPending: zones.isPending }
}
