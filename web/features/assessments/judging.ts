import { createContext, use } from 'react'
import type { Lens, Position } from '#api/domain/assessment'
import type { Assessor, AssessorName, Discussion } from '#contract/assessments'
import type { Scales } from '#contract/scales'
import type { Levels } from './levels.ts'
import type { Last, useJudge } from './useJudge.ts'
import type { ScaleWords } from './useScaleWords.ts'

export type Named = { id: string; name: string }

/** Whose judgement is written: one's own, or that of the group one speaks for. */
type SpeaksFor = { kind: 'person'; id: string } | { kind: 'group'; id: string; name: string }

/** What everything that shows or writes judgements is given. */
export type Judging = {
  lens: Lens
  assessors: readonly AssessorName[]
  discussions: readonly Discussion[]
  speaksFor: SpeaksFor
  mayAssess: boolean
  scales: Scales
  /** Identifiers of the reasons, in the order in which they are offered. */
  reasons: readonly string[]
  reasonWords: (id: string) => string
  /** The target publics that a judgement may be about. */
  publics: readonly Named[]
}

export type Desk = Judging & {
  words: ScaleWords
  /** Writes a judgement as it is, and says what became of it. */
  judge: ReturnType<typeof useJudge>
  /** What was said last, where the view shows it itself. */
  last: Last | null
  /** Who an assessor is; « Moi » for oneself. */
  nameOf: (assessor: Assessor) => string
  isMine: (assessor: Assessor) => boolean
  /** Opens the form. */
  assess: (actor: Named, reasonId?: string) => void
  /** Opens what is said about a disagreement. */
  discuss: (actor: Named, position: Position) => void
  /** Writes levels for the reason of the lens; asks which when it has none. */
  move: (actor: Named, levels: Levels, position?: Position) => void
}

export const DeskContext = createContext<Desk | null>(null)

/** The judgements of the view around, and how to write them. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('Judgements are shown outside of a JudgingDesk')
  return desk
}
