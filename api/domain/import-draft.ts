import type { Place } from '#contract/actors'
import type { CONTACT_KINDS } from '#contract/contacts'
import type { Area } from '#contract/geometry'
import type { ImportFormat } from '#contract/imports'
import type { ZoneLevel } from '#contract/zones'
import type { OpeningIntervals } from './opening-hours.ts'

/** A remark about one row; its line is the row's. */
export type RowProblem = {
  severity: 'refused' | 'reservation'
  field: string | null
  code: string
  /** English, for developers and the command line. */
  message: string
  value: string | null
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
  siret: string | null
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

/** One contour of a reference zone, in WGS 84 as the file gives it: the database closes and mends it. */
export type ZoneDraft = {
  what: 'zone'
  level: ZoneLevel
  code: string
  name: string
  vintage: string
  source: string
  licence: string | null
  communes: string[]
  area: Area
}

export type Draft = ActorDraft | OfferDraft | ZoneDraft

/** One row, read: `draft` is null exactly when a problem refuses it. `line` is of the file, from 1; for JSON, the rank. */
export type ReadRow = { line: number; key: string | null; draft: Draft | null; problems: RowProblem[] }

/** What reading needs to know besides the file. */
export type ReadContext = {
  /** Local day `2026-11-23`: irregular hours are worked out from it. */
  today: string
  /** Year of the contours, when whoever imports has given it. */
  vintage: string | null
  /** Actor type for each data·inclusion network (`reseaux_porteurs`). */
  typeOfNetwork: Record<string, string>
  /** The type of an organisation whose file does not say more. */
  unknownType: string
}

/** What the reader says, in order: one `format`, then rows and remarks, then one `end` or one `stop`. */
export type ReaderMessage =
  | { type: 'format'; format: ImportFormat }
  | { type: 'rows'; rows: ReadRow[] }
  | { type: 'remark'; problem: RowProblem }
  | { type: 'end' }
  /** The file as a whole cannot be used, or a question must be answered first. */
  | { type: 'stop'; outcome: 'reject' | 'ask'; problem: RowProblem }
