import { z } from 'zod'
import { Id } from './common.ts'

export const BULK_ACTIONS = [
  'verify',
  'archive',
  'restore',
  'set_type',
  'add_public',
  'remove_public',
] as const
export const BulkEdit = z.object({
  ids: z.array(Id).min(1).max(1_000),
  action: z.enum(BULK_ACTIONS),
  /** The type for `set_type`, the public for `add_public` and `remove_public`. */
  value: z.string().max(60).optional(),
})
