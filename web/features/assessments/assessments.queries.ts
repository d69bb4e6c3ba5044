import { queryOptions } from '@tanstack/react-query'
import { assessmentEndpoints } from '#contract/assessments'
import { scaleEndpoints } from '#contract/scales'
import { call } from '#web/http/call.ts'
import { listQuery } from '#web/records/ways.ts'
import { groupWays } from './groups.ways.ts'

/** Every judgement that counts now, who judges, and the disagreements that were talked about. */
export const assessmentsQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: ({ signal }) => call(assessmentEndpoints.list, {}, { signal }),
})

/** Everything that was ever said of one actor, latest first. */
export const actorAssessmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['assessments', id],
    queryFn: ({ signal }) => call(assessmentEndpoints.ofActor, { params: { id } }, { signal }),
  })

/** How the workspace calls the levels and the quadrants, and which actor is its team. */
export const scalesQuery = queryOptions({
  queryKey: ['scales'],
  queryFn: ({ signal }) => call(scaleEndpoints.get, {}, { signal }),
})

/** The groups that one may speak for, archived ones left out. */
export const groupsQuery = listQuery(groupWays)
