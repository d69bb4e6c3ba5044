import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { assessmentsQuery, groupsQuery, scalesQuery } from '#web/features/assessments/assessments.queries.ts'
import type { Judging } from '#web/features/assessments/judging.ts'
import { publicsQuery } from '#web/features/publics/publics.queries.ts'
import { useReasonWords } from '#web/features/reasons/useReasonWords.ts'
import { useMay, useMe } from '#web/me.ts'
import { useSame } from '#web/useSame.ts'
import { useViewPart } from '#web/useView.ts'
import { PLAIN_SCALES } from './plainScales.ts'
import { useLens } from './useLens.ts'

const NONE: never[] = []

/** What everything that shows or writes judgements is given, for the lens and the voice of the address. */
export function useJudging(): Judging {
  const search = useViewPart(({ reason, about, as }) => ({ reason, about, as }))
  const lens = useLens(search)
  const me = useMe()
  const mayAssess = useMay('cooperation:assess')
  const said = useQuery(assessmentsQuery).data
  const scales = useQuery(scalesQuery).data ?? PLAIN_SCALES
  const publics = useQuery(publicsQuery).data ?? NONE
  const group = useQuery(groupsQuery).data?.find(({ id }) => id === search.as)
  const { ids, label } = useReasonWords()
  const own = me?.account?.id ?? ''
  const speaksFor = useMemo(
    (): Judging['speaksFor'] =>
      group ? { kind: 'group', id: group.id, name: group.name } : { kind: 'person', id: own },
    [group, own],
  )
  return useSame({
    lens,
    assessors: said?.assessors ?? NONE,
    discussions: said?.discussions ?? NONE,
    speaksFor,
    mayAssess,
    scales,
    reasons: ids,
    reasonWords: label,
    publics,
  })
}
