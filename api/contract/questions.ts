import { z } from 'zod'
import { Point } from './geometry.ts'

/** What only a person can decide of a file. */
export const QUESTIONS = [
  /** In which projection are these coordinates? Values are codes: `EPSG:2154`. */
  'projection',
  /** Are latitude and longitude exchanged? `swapped` or `as_is`. */
  'axes',
  /** How are these coordinates written? `dms`: degrees, minutes and seconds. */
  'notation',
  /** Which layer, sheet or file of the archive? */
  'layer',
  /** Which encoding? `utf-8`, `windows-1252`… */
  'encoding',
  /** Is this what each column means? `confirmed`. See ImportMapping. */
  'mapping',
] as const
export const QuestionAbout = z.enum(QUESTIONS)
export type QuestionAbout = z.infer<typeof QuestionAbout>

export const ImportQuestion = z.object({
  about: QuestionAbout,
  /** The remark that says why it is asked. */
  code: z.string(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  options: z.array(
    z.object({
      value: z.string(),
      /** What the file calls it; null when the interface has words for the value. */
      label: z.string().nullable(),
      /** Some rows as they would be with this answer: on the map, */
      points: z.array(Point).max(50),
      /** or as text. */
      samples: z.array(z.string()).max(10),
    }),
  ),
  suggested: z.string().nullable(),
})
export type ImportQuestion = z.infer<typeof ImportQuestion>

const Answer = z.string().max(200)
/** What a person has decided, one answer for each question. */
export const ImportAnswers = z
  .object({
    projection: Answer,
    axes: Answer,
    notation: Answer,
    layer: Answer,
    encoding: Answer,
    mapping: Answer,
  })
  .partial() satisfies z.ZodType<Partial<Record<QuestionAbout, string | undefined>>>
export type ImportAnswers = z.infer<typeof ImportAnswers>
