import { type Outreach, outreachEndpoints } from '#contract/outreach'
import { listQuery, type Ways } from '#web/records/ways.ts'

export const outreachWays: Ways<Outreach> = {
  kind: 'outreach',
  key: 'outreach',
  endpoints: outreachEndpoints,
}

export const outreachQuery = listQuery(outreachWays)
