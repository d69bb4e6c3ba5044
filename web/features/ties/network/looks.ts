import type { TieWord } from '../tie.ts'

/** What a line is drawn with: a token of the page. */
export type Tone = 'ink' | 'soft' | 'signal'

type Look = {
  /** CSS pixels. */
  width: number
  /** Lengths of a dash and of the gap after it, in pixels; a whole line without. */
  dash?: readonly [number, number]
  tone: Tone
  /** What stands in its middle, so that the state is not told by the line alone. */
  sign?: '?' | '×'
}

/** How a tie of each word is drawn: thickness is nearness, dots are what nobody knows. */
export const LOOKS: Record<TieWord, Look> = {
  works_with: { width: 4, tone: 'ink' },
  knows: { width: 2, tone: 'ink' },
  heard_of: { width: 1, tone: 'ink' },
  unknown: { width: 2, dash: [2, 5], tone: 'soft', sign: '?' },
  absent: { width: 1, dash: [10, 3], tone: 'signal', sign: '×' },
}

/** Of a known tie without a written agreement. */
export const INFORMAL_DASH: readonly [number, number] = [8, 5]
