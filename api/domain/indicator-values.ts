import type { FigureStatus } from '#contract/figures'
import type { ValueStatus } from '#contract/indicators'
import { isDisclosive } from './disclosure.ts'
import type { IndicatorDescription } from './indicators.ts'
import { medianOf } from './median.ts'
import { WORST } from './vintages.ts'

export type ShownValue = { value: number | null; status: ValueStatus }

type Line = {
  figures: Readonly<Record<string, number | null>>
  statuses: Readonly<Record<string, FigureStatus>>
}

const NO_VALUE: readonly ValueStatus[] = ['secret', 'unavailable', 'absent']

/** One figure of a zone as it may be shown: null exactly when its status says why. */
function shownFigure(line: Line, figure: string, kind: string, isMasked: boolean): ShownValue {
  const value = line.figures[figure] ?? null
  const status = line.statuses[figure] ?? (value === null ? 'absent' : 'observed')
  if (NO_VALUE.includes(status)) return { value: null, status }
  if (value === null) return { value: null, status: 'absent' }
  if (isMasked || (kind === 'count' && isDisclosive(value))) return { value: null, status: 'withheld' }
  return { value, status }
}

const ORDER: readonly ValueStatus[] = ['withheld', ...WORST]

/**
 * An indicator of a zone as it may be shown. A share, in percent, is shown when both its figures are, with the status of
 * the less certain; of nobody it is absent.
 */
export function shownValue(
  line: Line,
  name: string,
  { kind, ratio }: IndicatorDescription,
  isMasked: (figure: string) => boolean,
): ShownValue {
  if (!ratio) return shownFigure(line, name, kind, isMasked(name))
  const of = shownFigure(line, ratio.of, 'count', isMasked(ratio.of))
  const to = shownFigure(line, ratio.to, 'count', isMasked(ratio.to))
  const status = ORDER.find((worst) => worst === of.status || worst === to.status)!
  if (of.value === null || to.value === null) return { value: null, status }
  return to.value > 0 ? { value: (100 * of.value) / to.value, status } : { value: null, status: 'absent' }
}

/** Fewer would rather be told one by one than by their middle. */
const LEAST = 3

/** The middle of what is shown; null of fewer than three. */
export const referenceMedian = (values: readonly number[]): number | null =>
  values.length < LEAST ? null : medianOf(values)
