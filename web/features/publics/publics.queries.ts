import { type TargetPublic, targetPublicEndpoints } from '#contract/target-publics'
import { listQuery, type Ways } from '#web/records/ways.ts'

export const publicWays: Ways<TargetPublic> = {
  kind: 'public',
  key: 'publics',
  endpoints: targetPublicEndpoints,
}

export const publicsQuery = listQuery(publicWays)
