import { type Facilitator, facilitatorEndpoints } from '#contract/facilitators'
import { listQuery, type Ways } from '#web/records/ways.ts'

export const facilitatorWays: Ways<Facilitator> = {
  kind: 'facilitator',
  key: 'facilitators',
  endpoints: facilitatorEndpoints,
}

export const facilitatorsQuery = listQuery(facilitatorWays)
