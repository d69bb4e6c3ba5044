import type { AssessmentMark, Assessor, assessmentEndpoints } from '#contract/assessments'
import type { EndpointResponse } from '#contract/endpoint'

export type Judgements = EndpointResponse<typeof assessmentEndpoints.list>

type Keyed = Pick<AssessmentMark, 'actorId' | 'reasonId' | 'publicId' | 'assessor'>

export const isSameAssessor = (one: Assessor, other: Assessor): boolean =>
  one.kind === other.kind && one.id === other.id

/** Whether two judgements answer the same question by the same assessor: the later takes the place of the earlier. */
export const isSame = (one: Keyed, other: Keyed): boolean =>
  one.actorId === other.actorId &&
  one.reasonId === other.reasonId &&
  one.publicId === other.publicId &&
  isSameAssessor(one.assessor, other.assessor)

/** What an assessor says now of one actor, for one reason and one public; undefined when nothing. */
export const markOf = (marks: readonly AssessmentMark[], key: Keyed): AssessmentMark | undefined =>
  marks.find((mark) => isSame(mark, key))

/** Whether a judgement takes away what its assessor said before. */
export const isWithdrawal = ({ need, possibility }: Pick<AssessmentMark, 'need' | 'possibility'>): boolean =>
  need === null && possibility === null

function replaced(all: Judgements, key: Keyed, mark: AssessmentMark | undefined): Judgements {
  const others = all.items.filter((one) => !isSame(one, key))
  return { ...all, items: mark && !isWithdrawal(mark) ? [...others, mark] : others }
}

/** The judgements once `mark` has been said: it counts instead of the one before, or takes it away. */
export const withMark = (all: Judgements, mark: AssessmentMark): Judgements => replaced(all, mark, mark)

/**
 * The judgements when `mark` was refused: what its assessor said before counts again. A judgement that has followed it
 * since stays.
 */
export function withoutMark(all: Judgements, mark: AssessmentMark, before: AssessmentMark | undefined) {
  const shown = markOf(all.items, mark)
  const isShown = shown ? shown.id === mark.id : isWithdrawal(mark)
  return isShown ? replaced(all, mark, before) : all
}

/** The judgements with the hour that the server gave to `mark`, unless another has followed it. */
export const confirmMark = (all: Judgements, mark: AssessmentMark): Judgements =>
  markOf(all.items, mark)?.id === mark.id ? replaced(all, mark, mark) : all
