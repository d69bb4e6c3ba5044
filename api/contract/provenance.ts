import { z } from 'zod'
import { Day, Id, Instant } from './common.ts'

/** Where one value comes from. */
export const FieldSource = z.object({
  source: z.string().nullable(),
  date: Day.nullable(),
  licence: z.string().nullable(),
})
export type FieldSource = z.infer<typeof FieldSource>

/** Where a record comes from, when it was not typed here. */
export const Provenance = z.object({
  source: z.string().nullable(),
  sourceId: z.string().nullable(),
  sourceDate: Day.nullable(),
  licence: z.string().nullable(),
  /** Fields that a person has written: an import leaves them as they are. */
  editedFields: z.array(z.string()),
  /** Fields that come from elsewhere than the record, as after a merge. */
  fieldSources: z.record(z.string(), FieldSource),
  /** Since when the source does not list it any more. */
  goneAt: Instant.nullable(),
  /** The actor into which this one was merged, or of which it is a part. */
  mergedInto: Id.nullable(),
  partOf: Id.nullable(),
})
