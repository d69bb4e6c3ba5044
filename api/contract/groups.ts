import { z } from 'zod'
import { Id } from './common.ts'
import { recordEndpoints, recordOf } from './records.ts'

/** People who judge together: a table of a training room, a team. Who writes for it is in the history. */
export const GroupFields = z.object({ name: z.string().trim().min(1).max(60) })
export const GroupInput = GroupFields.extend({ id: Id })
export const Group = recordOf(GroupFields)
export type Group = z.infer<typeof Group>

export const groupEndpoints = recordEndpoints('/api/groups', GroupFields, Group, GroupInput)
