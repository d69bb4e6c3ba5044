import { type Reason, reasonEndpoints } from '#contract/reasons'
import { listQuery, type Ways } from '#web/records/ways.ts'

export const reasonWays: Ways<Reason> = { kind: 'reason', key: 'reasons', endpoints: reasonEndpoints }

export const reasonsQuery = listQuery(reasonWays)
