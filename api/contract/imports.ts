import { z } from 'zod'
import { Flag, Id, Instant, PageQuery, pageOf } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Bounds, Point } from './geometry.ts'
import { ImportMapping, ImportTable } from './mappings.ts'
import { ImportAnswers, ImportQuestion } from './questions.ts'

/** Known files; `mapped` is any other, read through a mapping. */
export const IMPORT_FORMATS = [
  'france_services',
  'data_inclusion_structures',
  'data_inclusion_services',
  'data_inclusion_structures_v0',
  'data_inclusion_services_v0',
  'finess_csv',
  'finess_json',
  'rna_waldec',
  'rna_import',
  'mediation_numerique',
  'hsds_organizations',
  'hsds_services',
  'hsds_locations',
  'annuaire_dila',
  'bpe',
  'ban_addresses',
  'iris_contours',
  'commune_contours',
  'epci_contours',
  'departement_contours',
  'region_contours',
  'qpv_2015_contours',
  'qpv_2024_contours',
  'cog_communes',
  'cog_departements',
  'cog_regions',
  'cog_arrondissements',
  'cog_movements',
  'iris_movements',
  'epci_members',
  'filosofi_iris',
  'filosofi_grid',
  'filosofi_communes',
  'rp_iris',
  'cnaf_communes',
  'cnaf_iris',
  'qpv_figures',
  'mapped',
] as const
export const ImportFormat = z.enum(IMPORT_FORMATS)
export type ImportFormat = z.infer<typeof ImportFormat>

/**
 * What becomes of the file as a whole. `accept`: nothing to say. `repair`: imported with reservations, each listed.
 * `ask`: a person must decide first, and nothing is written until then. `reject`: it cannot be used.
 */
const IMPORT_OUTCOMES = ['accept', 'repair', 'ask', 'reject'] as const
/** What becomes of a row. */
export const ROW_OUTCOMES = ['created', 'updated', 'unchanged', 'ignored', 'refused'] as const
/**
 * `done`, `failed`, `cancelled`, `interrupted` and `undone` are final; nothing was written unless `done` or `undone`.
 */
export const IMPORT_STATES = [
  'queued',
  'reading',
  'writing',
  'done',
  'failed',
  'cancelled',
  'interrupted',
  'undone',
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
  /** What would be right, when that can be worked out: shown, never applied by itself. */
  suggestion: z.string().nullable(),
})
export type ImportRemark = z.infer<typeof ImportRemark>

export const ImportReport = z.object({
  outcome: z.enum(IMPORT_OUTCOMES),
  format: ImportFormat.nullable(),
  /** created + updated + unchanged + ignored + refusedRows. */
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  ignored: z.int(),
  /** How many rows were refused; `refused` lists the first of each reason. */
  refusedRows: z.int(),
  refused: z.array(ImportRemark),
  /** Written all the same, but somebody should know. */
  reservations: z.array(ImportRemark),
  /** With outcome `ask`: what to answer. */
  questions: z.array(ImportQuestion),
  /** Fields that a person has written and that the file says otherwise: kept. */
  kept: z.int(),
  /** Actors of the same source and département that this file does not list any more: flagged, never deleted. */
  gone: z.int(),
  /** Created actors that have no point on the map. */
  unplaced: z.int(),
  /** Pairs that may be the same actor, for people to decide. */
  resemblances: z.int(),
  /** Of a table that is no known file: its columns, and how they are read. */
  table: ImportTable.nullable(),
  mapping: ImportMapping.nullable(),
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
  answers: ImportAnswers,
  report: ImportReport.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** The name of whoever sent it, or the part of the server that did. */
  author: z.string(),
  /** Whether the file is still here, to be applied, or read again with other answers. */
  kept: z.boolean(),
})
export type ImportRun = z.infer<typeof ImportRun>

const Vintage = z.string().regex(/^\d{4}$/)

/** The file itself is the body (`application/octet-stream`), streamed to disk. */
export const importUpload = {
  method: 'POST',
  path: '/api/imports',
  query: z.object({
    filename: z.string().trim().min(1).max(255),
    dryRun: Flag,
    /** Year of the contours: asked for, never inferred from a file name. */
    vintage: Vintage.optional(),
    /** Answers known in advance: the JSON of {@link ImportAnswers}. */
    answers: z.string().max(1_000).optional(),
  }),
  response: ImportRun,
} as const satisfies Endpoint

/** One row as the dry run saw it, or as the import left it. */
export const ImportRow = z.object({
  line: z.int(),
  key: z.string().nullable(),
  /** What people call it. */
  name: z.string().nullable(),
  outcome: z.enum(ROW_OUTCOMES),
  entityId: Id.nullable(),
  /** Field by field; `kept` when a person had written it and it stays. */
  changes: z.array(
    z.object({ field: z.string(), before: z.unknown(), after: z.unknown(), kept: z.boolean() }),
  ),
  problems: z.array(ImportRemark.extend({ severity: z.enum(['refused', 'reservation']) })),
  point: Point.nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

const params = z.object({ id: Id })
export const importEndpoints = {
  list: { method: 'GET', path: '/api/imports', query: PageQuery, response: pageOf(ImportRun) },
  get: { method: 'GET', path: '/api/imports/:id', params, response: ImportRun },
  cancel: { method: 'POST', path: '/api/imports/:id/cancel', params, response: ImportRun },
  /** Reads a dry run's file again with what a person has decided; the dry run starts anew. */
  answer: {
    method: 'POST',
    path: '/api/imports/:id/answers',
    params,
    body: z.object({
      answers: ImportAnswers.default({}),
      mapping: ImportMapping.optional(),
      vintage: Vintage.optional(),
    }),
    response: ImportRun,
  },
  /** Writes what a dry run has shown, without sending the file again. */
  apply: { method: 'POST', path: '/api/imports/:id/apply', params, response: ImportRun },
  /** Takes back everything that an import wrote; what people have edited since stays. */
  undo: {
    method: 'POST',
    path: '/api/imports/:id/undo',
    params,
    response: z.object({ run: ImportRun, removed: z.int(), restored: z.int(), survived: z.int() }),
  },
  /** Row by row, in the order of the file. */
  rows: {
    method: 'GET',
    path: '/api/imports/:id/rows',
    params,
    query: PageQuery.extend({
      outcome: z.enum(ROW_OUTCOMES).optional(),
      /** Only the rows of which this is said. */
      code: z.string().max(60).optional(),
      /** Only the rows where what a person wrote stands against the file. */
      kept: Flag,
    }),
    response: pageOf(ImportRow),
  },
} as const satisfies Record<string, Endpoint>

/** A stream, so not an endpoint object: the refused rows, in the format of the file, each with its reason. */
export const refusedRowsPath = '/api/imports/:id/refused'
