import { type Group, groupEndpoints } from '#contract/groups'
import type { Ways } from '#web/records/ways.ts'

export const groupWays: Ways<Group> = { kind: 'group', key: 'groups', endpoints: groupEndpoints }
