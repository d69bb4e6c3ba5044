import { z } from 'zod'
import { Flag, Id, Instant, PageQuery, pageOf } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Bounds } from './geometry.ts'

export const IMPORT_FORMATS = [
  'france_services',
  'data_inclusion_structures',
  'data_inclusion_services',
  'iris_contours',
  'commune_contours',
] as const
export const ImportFormat = z.enum(IMPORT_FORMATS)
export type ImportFormat = z.infer<typeof ImportFormat>

/** What becomes of the file as a whole. */
const IMPORT_OUTCOMES = ['accept', 'repair', 'ask', 'reject'] as const
/** What becomes of a row. */
export const ROW_OUTCOMES = ['created', 'updated', 'unchanged', 'ignored', 'refused'] as const
/** `done`, `failed`, `cancelled` and `interrupted` are final; nothing was written unless `done`. */
export const IMPORT_STATES = [
  'queued',
  'reading',
  'writing',
  'done',
  'failed',
  'cancelled',
  'interrupted',
] as const

/** A remark about one row, or about the whole file when `line` is null. */
export const ImportRemark = z.object({
  line: z.int().nullable(),
  field: z.string().nullable(),
  /** Stable and translatable: `coordinates_out_of_range`. */
  code: z.string(),
  /** For developers and for the command line, in English. */
  message: z.string(),
  value: z.string().nullable(),
})
export type ImportRemark = z.infer<typeof ImportRemark>

export const ImportReport = z.object({
  outcome: z.enum(IMPORT_OUTCOMES),
  format: ImportFormat.nullable(),
  /** created + updated + unchanged + ignored + refused.length. */
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  ignored: z.int(),
  refused: z.array(ImportRemark),
  /** Written all the same, but somebody should know. */
  reservations: z.array(ImportRemark),
  /** Where the rows lie, so that the map can fly there. */
  bounds: Bounds.nullable(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ImportRun = z.object({
  id: Id,
  filename: z.string(),
  bytes: z.int(),
  dryRun: z.boolean(),
  state: z.enum(IMPORT_STATES),
  /** Rows read so far. */
  progress: z.int(),
  report: ImportReport.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

/** The file itself is the body (`application/octet-stream`), streamed to disk. */
export const importUpload = {
  method: 'POST',
  path: '/api/imports',
  query: z.object({
    filename: z.string().trim().min(1).max(255),
    dryRun: Flag,
    /** Year of the contours: asked for, never inferred from a file name. */
    vintage: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  response: ImportRun,
} as const satisfies Endpoint

const params = z.object({ id: Id })
export const importEndpoints = {
  list: { method: 'GET', path: '/api/imports', query: PageQuery, response: pageOf(ImportRun) },
  get: { method: 'GET', path: '/api/imports/:id', params, response: ImportRun },
  cancel: { method: 'POST', path: '/api/imports/:id/cancel', params, response: ImportRun },
  /** Writes what a dry run has shown, without sending the file again. */
  apply: { method: 'POST', path: '/api/imports/:id/apply', params, response: ImportRun },
} as const satisfies Record<string, Endpoint>
