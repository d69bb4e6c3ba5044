import { useQuery } from '@tanstack/react-query'
import { assessmentsQuery, groupsQuery, scalesQuery } from '#web/features/assessments/assessments.queries.ts'
import type { Judging } from '#web/features/assessments/judging.ts'
import { publicsQuery } from '#web/features/publics/publics.queries.ts'
import { useReasonWords } from '#web/features/reasons/useReasonWords.ts'
import { useMay, useMe } from '#web/me.ts'
import { useView } from '#web/useView.ts'
import { PLAIN_SCALES } from './plainScales.ts'
import { useLens } from './useLens.ts'

const NONE: never[] = []

/** What everything that shows or writes judgements is given, for the lens and the voice of the address. */
export function useJudging(): Judging {
  const [search] = useView()
  const lens = useLens(search)
  const me = useMe()
  const mayAssess = useMay('cooperation:assess')
  const said = useQuery(assessmentsQuery).data
  const scales = useQuery(scalesQuery).data ?? PLAIN_SCALES
  const publics = useQuery(publicsQuery).data ?? NONE
  const group = useQuery(groupsQuery).data?.find(({ id }) => id === search.as)
  const { ids, label } = useReasonWords()
  return {
    lens,
    assessors: said?.assessors ?? NONE,
    discussions: said?.discussions ?? NONE,
    speaksFor: group
      ? { kind: 'group', id: group.id, name: group.name }
      : { kind: 'person', id: me?.account?.id ?? '' },
    mayAssess,
    scales,
    reasons: ids,
    reasonWords: label,
    publics,
  }
}
