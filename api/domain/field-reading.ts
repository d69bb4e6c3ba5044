import type { EstimateWord } from '#contract/estimates'

/** Of a zone: nobody has said anything, somebody has, two groups or more have. */
const FIELD_WORDS = ['nothing_said', 'said', 'said_by_several'] as const
export type FieldWord = (typeof FIELD_WORDS)[number]

/**
 * Field and figures side by side, never merged: both speak; the field alone (what figures cannot see: camps, hosted
 * people, students, farmers); figures alone, to go and ask; neither, which is silence and not absence.
 */
export const READINGS = ['agreement', 'statistical_blind_spot', 'to_go_and_see', 'silence'] as const
export type Reading = (typeof READINGS)[number]

/** The four readings. `undetermined` figures say nothing. */
export const readingOf = (figures: EstimateWord, field: FieldWord): Reading => {
  const isSaid = field !== 'nothing_said'
  const isFigured = figures === 'probably_more'
  if (isSaid) return isFigured ? 'agreement' : 'statistical_blind_spot'
  return isFigured ? 'to_go_and_see' : 'silence'
}

const logit = (p: number): number => Math.log(p / (1 - p))
const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** A group may double or halve the odds, no more. */
const MOST = 2
/** People in one room are not independent witnesses: correlation of what their groups say. */
const SAME_ROOM = 0.8

/**
 * A probability after what groups say, and what independent witnesses would have made of it: the gap is the lesson.
 * logit p′ = logit p + w Σ ln LR, w = 1 / (1 + (g − 1) ρ).
 * @param ratios likelihood ratio of each group; held between 1/2 and 2
 */
export function boundedUpdate(p: number, ratios: readonly number[], correlation = SAME_ROOM) {
  const evidence = ratios.reduce((sum, ratio) => sum + Math.log(Math.min(MOST, Math.max(1 / MOST, ratio))), 0)
  const weight = 1 / (1 + (ratios.length - 1) * correlation)
  return {
    bounded: ratios.length ? logistic(logit(p) + weight * evidence) : p,
    naive: logistic(logit(p) + evidence),
  }
}

/** Masses on {high}, {low} and « we do not know »; they add up to 1. */
export type Belief = { high: number; low: number; unknown: number }

/**
 * What two sources say together, by Dempster's rule on {high, low}, and how far they contradict each other. Belief in high is
 * `high`, its plausibility `high + unknown`. The conflict is to be shown, not normalised away in silence.
 * @throws RangeError when they contradict each other wholly
 */
export function combineBeliefs(one: Belief, other: Belief): Belief & { conflict: number } {
  const conflict = one.high * other.low + one.low * other.high
  if (conflict >= 1) throw new RangeError('the two sources contradict each other wholly')
  const joint = (side: 'high' | 'low') =>
    (one[side] * other[side] + one[side] * other.unknown + one.unknown * other[side]) / (1 - conflict)
  return {
    high: joint('high'),
    low: joint('low'),
    unknown: (one.unknown * other.unknown) / (1 - conflict),
    conflict,
  }
}
