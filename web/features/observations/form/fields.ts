import type { Draft, Lack } from '../draft.ts'

/** Something that is chosen by name. */
export type Named = { id: string; name: string }

/** What each part of the form is given: the draft, how to change it, and what is said to be missing. */
export type FieldsProps = {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  lacks: readonly Lack[]
  /** Local calendar day. */
  today: string
}
