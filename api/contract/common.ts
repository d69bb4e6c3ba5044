import { z } from 'zod'

export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** An instant, as the wire carries it. */
export const Instant = z.iso.datetime({ offset: true })
/** A calendar day: `2026-11-23`. */
export const Day = z.iso.date()

/** Official geographic code: a text, for it can begin with 0 and hold a letter. */
export const CommuneCode = z.string().regex(/^\d[\dAB]\d{3}$/)

/** Several codes in one query parameter, `a,b,c`. Absent means "no restriction", never "none". */
export const listOf = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(200).optional(),
  )

/** A query parameter that is true when it is there: `?archived`, `?archived=true`. */
export const Flag = z.preprocess(
  (value) => (value === undefined ? undefined : value === true || value === '' || value === 'true'),
  z.boolean().optional(),
)

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int().nonnegative() })

/**
 * RFC 9457. `code` is stable and the interface translates it; `detail` is for developers.
 * `fields` names what is wrong by JSON pointer; `values` fills the translated sentence.
 */
export const Problem = z.object({
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  values: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>
