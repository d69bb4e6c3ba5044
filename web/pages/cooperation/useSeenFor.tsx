import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { scalesQuery } from '#web/features/assessments/assessments.queries.ts'
import { useScaleWords } from '#web/features/assessments/useScaleWords.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { useMay } from '#web/me.ts'
import type { Search } from '#web/search.ts'
import { briefsQuery } from './briefs.queries.ts'
import { PLAIN_SCALES } from './plainScales.ts'
import { StandingBadge } from './StandingBadge.tsx'
import { standingExtras } from './standingPlaces.ts'
import { standingOf } from './standings.ts'
import { useLens, usePositions } from './useLens.ts'

const NONE: never[] = []

/** The lens of the address on a page that is not about cooperation: what map and list add for members; absent without one. */
export function useSeenFor(search: Search, filter: Filter) {
  const mayRead = useMay('cooperation:read')
  const isOn = mayRead && search.reason !== undefined
  const lens = useLens(search)
  const positions = usePositions(lens, isOn)
  const palette = usePalette()
  const { bbox: _, ...whole } = filter
  const briefs = useQuery({ ...briefsQuery(whole), enabled: isOn }).data?.items ?? NONE
  const scales = useQuery({ ...scalesQuery, enabled: isOn }).data ?? PLAIN_SCALES
  const { standing: words } = useScaleWords(scales)
  const extras = useMemo(
    () =>
      standingExtras(
        briefs.filter(({ filtered }) => filtered),
        positions,
        palette,
      ),
    [briefs, positions, palette],
  )
  const badge = useCallback(
    (id: string) => <StandingBadge standing={standingOf(positions, id)} words={words} />,
    [positions, words],
  )
  return isOn ? { reason: search.reason!, extras, badge, words } : undefined
}
