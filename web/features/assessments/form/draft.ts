import type { Assessment, AssessmentMark, Level } from '#contract/assessments'
import type { Ground } from '../assess.commands.ts'
import { isSame } from '../marks.ts'

/** A judgement as it is being written; texts are empty instead of null. */
export type Draft = {
  need: Level | null
  possibility: Level | null
  evidence: string
  note: string
} & Pick<Ground, 'evidenceKind' | 'factors' | 'conditions'>

/** Nothing said: sent, it withdraws what was. */
export const NOTHING: Draft = {
  need: null,
  possibility: null,
  evidence: '',
  evidenceKind: null,
  factors: {},
  conditions: {},
  note: '',
}

type Question = Pick<AssessmentMark, 'actorId' | 'reasonId' | 'publicId' | 'assessor'>

/** What the assessor says now, to start from; nothing where nothing was said. `history` is of one actor. */
export function draftFrom(history: readonly Assessment[], question: Question): Draft {
  const before = history.find((one) => one.current && isSame(one, question))
  if (!before) return NOTHING
  const { need, possibility, evidence, evidenceKind, factors, conditions, note } = before
  return {
    need,
    possibility,
    evidence: evidence ?? '',
    evidenceKind,
    factors,
    conditions,
    note: note ?? '',
  }
}

/** Whether the assessor says something of this now: it can be taken away. */
export const hasSaid = ({ need, possibility }: Draft): boolean => need !== null || possibility !== null

/** What the judgement rests on, as it is sent. */
export const groundOf = ({ evidence, evidenceKind, factors, conditions, note }: Draft): Ground => ({
  evidence: evidence.trim() || null,
  evidenceKind,
  factors,
  conditions,
  note: note.trim() || null,
})

/** The same answers with one more, or one less when it is null. */
export function withAnswer<K extends string, V>(answers: Partial<Record<K, V>>, key: K, value: V | null) {
  const { [key]: _, ...others } = answers
  return (value === null ? others : { ...others, [key]: value }) as Partial<Record<K, V>>
}
