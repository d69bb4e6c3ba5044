import type { Position } from '#api/domain/assessment'
import type { ScaleWords } from '../useScaleWords.ts'

/** From the lowest to the highest that anybody says, on each axis where they differ. */
export function spreadWords({ spread, dots }: Position, words: ScaleWords): string[] {
  const lines = (['need', 'possibility'] as const).flatMap((axis) => {
    const range = spread[axis]
    if (!range || range[0] === range[1]) return []
    const [low, high] = range.map((level) => words.level(axis, level))
    return [`${words.t(axis)} ${words.t('table.range', { low, high })}`]
  })
  if (lines.length) return lines
  return dots.length > 1 ? [words.t('table.same')] : []
}
