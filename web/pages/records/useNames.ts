import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { bodiesQuery } from '#web/features/bodies/bodies.queries.ts'
import { publicsQuery } from '#web/features/publics/publics.queries.ts'
import { useReasonWords } from '#web/features/reasons/useReasonWords.ts'
import type { Names } from '#web/records/names.ts'
import { briefsQuery } from '../cooperation/briefs.queries.ts'

const EVERYBODY = {}

/** What records of cooperation name: every actor that the reader sees, reasons, publics and bodies. */
export function useNames(): Names {
  const { data: briefs } = useQuery(briefsQuery(EVERYBODY))
  const { data: publics } = useQuery(publicsQuery)
  const { data: bodies } = useQuery(bodiesQuery)
  const { options: reasons } = useReasonWords()
  const actors = useMemo(() => new Map((briefs?.items ?? []).map((one) => [one.id, one])), [briefs])
  return useMemo(
    () => ({
      actors,
      reasons,
      publics: (publics ?? []).map(({ id, name }) => ({ value: id, label: name })),
      bodies: (bodies ?? []).map(({ id, name }) => ({ value: id, label: name })),
    }),
    [actors, reasons, publics, bodies],
  )
}
