import { type Tie, tieEndpoints } from '#contract/ties'
import { listQuery, type Ways } from '#web/records/ways.ts'

export const tieWays: Ways<Tie> = { kind: 'tie', key: 'ties', endpoints: tieEndpoints }

/** Every tie that is not put away, between actors that the reader sees. */
export const tiesQuery = listQuery(tieWays)
