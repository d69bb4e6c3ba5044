import { z } from 'zod'
import { Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { ZoneLevel } from './zones.ts'

/** What a table that is no known file can bring. */
export const MAPPED_KINDS = ['actor', 'statistics', 'zone', 'drawn'] as const
export type MappedKind = (typeof MAPPED_KINDS)[number]

/** What a column can mean, for each kind. A field can take several columns, in their order; a column several fields. */
export const MAPPED_FIELDS = {
  actor: [
    'id',
    'name',
    'description',
    'type',
    'publics',
    'siret',
    'finess',
    'rna',
    'address',
    'postcode',
    'communeCode',
    'communeName',
    'longitude',
    'latitude',
    /** Both in one cell: `48.85, 2.35`. */
    'position',
    'phone',
    'email',
    'website',
    'hours',
    'sourceDate',
  ],
  statistics: ['code', 'period', 'figure'],
  zone: ['code', 'name'],
  drawn: ['id', 'name'],
} as const satisfies Record<MappedKind, readonly string[]>
export type MappedField<K extends MappedKind = MappedKind> = (typeof MAPPED_FIELDS)[K][number]

export const ImportMapping = z.object({
  what: z.enum(MAPPED_KINDS),
  columns: z
    .array(
      z.object({
        column: z.string().max(200),
        field: z.string().max(60),
        /** Of a figure: the name under which it is kept. */
        as: z.string().max(60).optional(),
      }),
    )
    .max(200),
  /** The column that tells a row from the others when the file comes back; null: the row's name and commune. */
  key: z.string().max(200).nullable(),
  /** Who made the file: a key is only unique within its source. */
  source: z.string().trim().min(1).max(60),
  licence: z.string().max(120).nullable(),
  /** For rows whose type no column says. */
  typeId: z.string().max(60).nullable(),
  /** Of figures and of zones. */
  level: ZoneLevel.nullable(),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** What is in a column, judged by its values. */
export const COLUMN_KINDS = [
  'text',
  'number',
  'date',
  'code',
  'phone',
  'email',
  'website',
  'coordinate',
  'empty',
] as const

/** A table as its reader sees it before anybody says what it means. */
export const ImportTable = z.object({
  columns: z.array(
    z.object({ name: z.string(), samples: z.array(z.string()).max(3), kind: z.enum(COLUMN_KINDS) }),
  ),
  /** The line of its header, when there is one. */
  headerLine: z.int().nullable(),
  /** How the mapping came: remembered from a file with the same columns, or proposed from this one. */
  mappedBy: z.enum(['saved', 'suggested', 'given']),
})
export type ImportTable = z.infer<typeof ImportTable>

/** A mapping that was applied once, recognised by the columns of the file. */
export const SavedMapping = z.object({
  id: Id,
  name: z.string(),
  columns: z.array(z.string()),
  mapping: ImportMapping,
  usedAt: Instant,
})
export type SavedMapping = z.infer<typeof SavedMapping>

export const mappingEndpoints = {
  list: { method: 'GET', path: '/api/mappings', response: z.array(SavedMapping) },
  remove: {
    method: 'DELETE',
    path: '/api/mappings/:id',
    params: z.object({ id: Id }),
    response: z.object({ removed: z.boolean() }),
  },
} as const satisfies Record<string, Endpoint>
