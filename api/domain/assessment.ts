import type { AssessmentMark, Assessor, Discussion, Level } from '#contract/assessments'
import { REASONS } from '#contract/reasons'
import type { Quadrant } from '#contract/scales'
import { medianOf } from './median.ts'

/** Through which reason and for which public one looks; null: whichever. */
export type Lens = { reasonId: string | null; publicId: string | null }

/** What one assessor says of one actor for one reason. */
export type Dot = {
  markId: string
  assessor: Assessor
  need: Level | null
  possibility: Level | null
  at: string
}

export type Axis = 'need' | 'possibility'
/** The lowest and the highest that anybody says. */
type Spread = readonly [Level, Level]

/** What all assessors together say of one actor. Never a score: two medians, how far they spread, and who said what. */
export type Position = {
  actorId: string
  /** The reason that it is about; without a lens, the one for which the need is highest. */
  reasonId: string
  /** Other reasons for which the need is as high. */
  alsoFor: string[]
  /** Medians: 0 to 3, in halves when assessors are even in number; null when nobody has an opinion. */
  need: number | null
  possibility: number | null
  spread: { need: Spread | null; possibility: Spread | null }
  dots: Dot[]
  /** Null until both are judged; `undecided` when a median lies on the line. */
  quadrant: Quadrant | 'undecided' | null
  /** The axes on which two assessors are two levels apart or more. */
  disagreement: Axis[]
}

/** Two levels apart are talked about. */
const DISAGREEMENT = 2
/** Between 1 and 2: levels 2 and 3 are high. */
const MIDDLE = 1.5

const QUADRANT_OF: Record<'high' | 'low', Record<'high' | 'low', Quadrant>> = {
  high: { high: 'formalise', low: 'lift_brakes' },
  low: { high: 'keep_tie', low: 'watch' },
}
const sideOf = (level: number) => (level > MIDDLE ? 'high' : 'low')

/** The quadrant of two medians; `undecided` on the line, null when one of them is not known. */
export function quadrantOf(need: number | null, possibility: number | null): Position['quadrant'] {
  if (need === null || possibility === null) return null
  if (need === MIDDLE || possibility === MIDDLE) return 'undecided'
  return QUADRANT_OF[sideOf(need)][sideOf(possibility)]
}

const known = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null)

function spreadOf(levels: readonly Level[]): Spread | null {
  if (!levels.length) return null
  return [Math.min(...levels) as Level, Math.max(...levels) as Level]
}

const keyOf = ({ kind, id }: Assessor) => `${kind}:${id}`

/** Of two judgements of one assessor for one reason: the one for any public, else the one that sees more need. */
const isBetter = (one: AssessmentMark, other: AssessmentMark): boolean =>
  (one.publicId === null) !== (other.publicId === null)
    ? one.publicId === null
    : (one.need ?? -1) > (other.need ?? -1)

/** One judgement for each assessor: the one on the public looked for, where there is one. */
function chosen(marks: readonly AssessmentMark[], { publicId }: Lens): AssessmentMark[] {
  const byAssessor = new Map<string, AssessmentMark>()
  for (const mark of marks) {
    if (publicId !== null && mark.publicId !== null && mark.publicId !== publicId) continue
    const key = keyOf(mark.assessor)
    const other = byAssessor.get(key)
    const isMeant = publicId !== null && mark.publicId === publicId
    if (!other || isMeant || (other.publicId !== publicId && isBetter(mark, other))) byAssessor.set(key, mark)
  }
  return [...byAssessor.values()].filter(({ need, possibility }) => need !== null || possibility !== null)
}

function positionFor(reasonId: string, marks: readonly AssessmentMark[], lens: Lens): Position | undefined {
  const dots = chosen(marks, lens)
    .map(({ id, assessor, need, possibility, at }): Dot => ({ markId: id, assessor, need, possibility, at }))
    .sort((a, b) => (keyOf(a.assessor) < keyOf(b.assessor) ? -1 : 1))
  if (!dots.length) return undefined
  const needs = known(dots.map(({ need }) => need))
  const possibilities = known(dots.map(({ possibility }) => possibility))
  const [need, possibility] = [medianOf(needs), medianOf(possibilities)]
  const spread = { need: spreadOf(needs), possibility: spreadOf(possibilities) }
  return {
    actorId: marks[0]!.actorId,
    reasonId,
    alsoFor: [],
    need,
    possibility,
    spread,
    dots,
    quadrant: quadrantOf(need, possibility),
    disagreement: (['need', 'possibility'] as const).filter((axis) => {
      const range = spread[axis]
      return range && range[1] - range[0] >= DISAGREEMENT
    }),
  }
}

/** The four reasons in their order, then those of the workspace. */
const orderOf = (reasonId: string): number => {
  const at = (REASONS as readonly string[]).indexOf(reasonId)
  return at < 0 ? REASONS.length : at
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

/**
 * What is said of each actor, by its id: actors of whom nothing is said are not there.
 * @param marks the judgements that count now, one for each assessor, actor, reason and public
 */
export function positionsOf(marks: readonly AssessmentMark[], lens: Lens): Map<string, Position> {
  const wanted = lens.reasonId === null ? marks : marks.filter(({ reasonId }) => reasonId === lens.reasonId)
  const positions = new Map<string, Position>()
  for (const [actorId, ofActor] of groupBy(wanted, (mark) => mark.actorId)) {
    const byReason = [...groupBy(ofActor, (mark) => mark.reasonId)]
      .sort(([a], [b]) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1))
      .flatMap(([reasonId, ofReason]) => positionFor(reasonId, ofReason, lens) ?? [])
    if (!byReason.length) continue
    const highest = Math.max(...byReason.map(({ need }) => need ?? -1))
    const [first, ...others] = byReason.filter(({ need }) => (need ?? -1) === highest)
    positions.set(actorId, { ...first!, alsoFor: others.map(({ reasonId }) => reasonId) })
  }
  return positions
}

/** Whether a disagreement waits to be talked about: nobody has, since the last judgement that it rests on. */
export function isToDiscuss(position: Position, discussions: readonly Discussion[]): boolean {
  if (!position.disagreement.length) return false
  const latest = Math.max(...position.dots.map(({ at }) => Date.parse(at)))
  return !discussions.some(
    ({ actorId, reasonId, at }) =>
      actorId === position.actorId && reasonId === position.reasonId && Date.parse(at) >= latest,
  )
}
