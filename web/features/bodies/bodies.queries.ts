import { type Body, bodyEndpoints } from '#contract/bodies'
import { listQuery, type Ways } from '#web/records/ways.ts'

export const bodyWays: Ways<Body> = { kind: 'body', key: 'bodies', endpoints: bodyEndpoints }

export const bodiesQuery = listQuery(bodyWays)
