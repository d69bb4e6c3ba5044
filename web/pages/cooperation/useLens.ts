import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Lens, positionsOf } from '#api/domain/assessment'
import type { AssessmentMark } from '#contract/assessments'
import { assessmentsQuery } from '#web/features/assessments/assessments.queries.ts'
import { useMay } from '#web/me.ts'
import type { Search } from '#web/search.ts'

const NOTHING_SAID: AssessmentMark[] = []

/** Through which reason, and for which public, the address looks. The same object until that changes. */
export function useLens({ reason, about }: Search): Lens {
  return useMemo(() => ({ reasonId: reason ?? null, publicId: about ?? null }), [reason, about])
}

/** Where every actor stands through a lens, worked out here: what one judges shows at once in every view. */
export function usePositions(lens: Lens, isWanted = true) {
  const mayRead = useMay('cooperation:read')
  const said = useQuery({ ...assessmentsQuery, enabled: mayRead && isWanted }).data?.items ?? NOTHING_SAID
  return useMemo(() => positionsOf(said, lens), [said, lens])
}
