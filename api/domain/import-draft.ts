import type { Place } from '#contract/actors'
import type { CONTACT_KINDS } from '#contract/contacts'
import type { FigureStatus } from '#contract/figures'
import type { Area, Point } from '#contract/geometry'
import type { ImportFormat } from '#contract/imports'
import type { ImportMapping, ImportTable } from '#contract/mappings'
import type { ImportAnswers, ImportQuestion } from '#contract/questions'
import type { MOVEMENT_KINDS, MOVING_LEVELS, ZoneLevel } from '#contract/zones'
import type { OpeningIntervals } from './opening-hours.ts'

/** A remark about one row; its line is the row's. */
export type RowProblem = {
  severity: 'refused' | 'reservation'
  field: string | null
  code: string
  /** English, for developers and the command line. */
  message: string
  value: string | null
  /** What would be right, when that can be worked out. */
  suggestion: string | null
}

export type ContactDraft = { kind: (typeof CONTACT_KINDS)[number]; value: string }
export type PlaceDraft = Omit<Place, 'id'>

/** What a row says of an actor and its one place, with the identifier that its source gives it. */
export type ActorDraft = {
  what: 'actor'
  source: string
  sourceId: string
  sourceDate: string | null
  licence: string | null
  name: string
  description: string | null
  typeId: string
  secondaryTypeIds: string[]
  /** Absent: the file does not speak of publics, and what is there stays. */
  publics?: string[]
  siret: string | null
  finess: string | null
  rna: string | null
  contacts: ContactDraft[]
  place: PlaceDraft | null
  /** When the place is open, worked out where the file is read: it takes longer than reading. */
  opening: OpeningIntervals | null
}

/** Something that an actor already imported offers; `structureId` is that actor's identifier at the source. */
export type OfferDraft = {
  what: 'offer'
  source: string
  sourceId: string
  sourceDate: string | null
  structureId: string
  name: string
  description: string | null
  themes: string[]
  publics: string[]
}

/** One reference zone, its contour in WGS 84 as the file gives it: the database closes and mends it. Null: a list without contours. */
export type ZoneDraft = {
  what: 'zone'
  level: ZoneLevel
  code: string
  name: string
  vintage: string
  source: string
  licence: string | null
  communes: string[]
  area: Area | null
}

/** A zone of the workspace's own, from a file that is no reference. */
export type DrawnDraft = {
  what: 'drawn'
  source: string
  sourceId: string
  name: string
  area: Area
}

/** What one row says of one zone for one period. Figures that are not plainly observed have a status. */
export type StatisticsDraft = {
  what: 'statistics'
  source: string
  period: string
  level: ZoneLevel
  code: string
  vintage: string
  part: string
  figures: Record<string, number | null>
  statuses: Record<string, Exclude<FigureStatus, 'observed'>>
  flags: Record<string, string>
  sourceDate: string | null
  licence: string | null
}

/** A cell of the Filosofi grid; `figures` in the order of `GRID_FIGURES`. */
export type CellDraft = {
  what: 'cell'
  vintage: string
  size: number
  crs: number
  north: number
  east: number
  natural: string | null
  imputed: number | null
  communes: string[]
  figures: (number | null)[]
}

/** An address of the BAN. */
export type AddressDraft = {
  what: 'address'
  id: string
  number: string
  street: string
  streetKey: string
  postcode: string | null
  communeCode: string
  communeName: string
  point: Point
}

/** What became of a code. */
export type MovementDraft = {
  what: 'movement'
  level: (typeof MOVING_LEVELS)[number]
  codeFrom: string
  codeTo: string
  effectiveOn: string
  kind: (typeof MOVEMENT_KINDS)[number]
  nameFrom: string | null
  nameTo: string | null
  source: string
}

export type Draft =
  | ActorDraft
  | OfferDraft
  | ZoneDraft
  | DrawnDraft
  | StatisticsDraft
  | CellDraft
  | AddressDraft
  | MovementDraft

/**
 * One row, read: `draft` is null exactly when a problem refuses it, or when `ignored` says that it is none of ours.
 * `line` is of the file, from 1; for JSON, the rank. `record` is what a refused row held, without what holds persons.
 */
export type ReadRow = {
  line: number
  key: string | null
  draft: Draft | null
  ignored?: true
  problems: RowProblem[]
  record?: Record<string, unknown>
}

/** What reading needs to know besides the file. */
export type ReadContext = {
  /** Local day `2026-11-23`: irregular hours are worked out from it. */
  today: string
  /** Year of the contours, when whoever imports has given it. */
  vintage: string | null
  /** What a person has decided of this file. */
  answers: ImportAnswers
  /** How a person has said that this table is to be read. */
  mapping: ImportMapping | null
  /** Mappings applied before, by the signature of their columns. */
  savedMappings: Record<string, ImportMapping>
  /** Actor types, with the words that a file may call them by. */
  types: { id: string; words: string[] }[]
  /** Actor type for each data·inclusion network (`reseaux_porteurs`). */
  typeOfNetwork: Record<string, string>
  /** The type of an organisation whose file does not say more. */
  unknownType: string
}

/** What the reader says, in order: a `table` if the file is one, one `format`, then rows and remarks, then one end. */
export type ReaderMessage =
  | { type: 'table'; table: ImportTable; mapping: ImportMapping }
  | { type: 'format'; format: ImportFormat }
  | { type: 'rows'; rows: ReadRow[] }
  | { type: 'remark'; problem: RowProblem }
  | { type: 'end' }
  /** The file as a whole cannot be used, or questions must be answered first. */
  | { type: 'stop'; outcome: 'reject'; problem: RowProblem }
  | { type: 'stop'; outcome: 'ask'; problem: RowProblem; questions: ImportQuestion[] }
