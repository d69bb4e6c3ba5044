import {
  ESTIMATE_WORDS,
  type EstimateResult,
  type EstimateWord,
  UNSAID,
  type ZoneWord,
} from '#contract/estimates'
import type { HatchName } from '#web/map/hatches.ts'
import type { Paint } from '#web/map/layers/words.ts'
import type { Theme } from '#web/map/palette.ts'

/** In the order of {@link ESTIMATE_WORDS}. « Undetermined » loses its hue: it is an answer, and not the middle of a scale. */
const TONES = {
  light: ['#a9c1d2', '#e6e1d6', '#3d607c'],
  dark: ['#4b6376', '#37332d', '#bad0df'],
} as const satisfies Record<Theme, readonly string[]>
/** The tones on a light or a dark page: the same array each time. */
export const tonesOf = (theme: string): readonly string[] => (theme === 'dark' ? TONES.dark : TONES.light)

type Unsaid = (typeof UNSAID)[number]
/** Why nothing is said, as the map hatches it. */
export const HATCH_OF = {
  no_figures: 'absent',
  secret: 'secret',
  few_households: 'withheld',
} as const satisfies Record<Unsaid, HatchName>

export const toneOf = (word: EstimateWord): number => ESTIMATE_WORDS.indexOf(word)

/** The three words by their tones, and hatched what is not said. */
export const wordsPaint = (zones: readonly ZoneWord[]): Paint =>
  Object.fromEntries(
    zones.flatMap(({ zoneId, word, unsaid }) =>
      zoneId ? [[zoneId, word ? { class: toneOf(word) } : { hatch: HATCH_OF[unsaid ?? 'no_figures'] }]] : [],
    ),
  )

/** How many zones each word is said of, and how many none is: a count of words, never of households. */
export function tallyOf({ zones }: Pick<EstimateResult, 'zones'>) {
  const count = (says: (zone: ZoneWord) => boolean) => zones.filter(says).length
  return {
    words: ESTIMATE_WORDS.map((word) => ({ word, count: count((zone) => zone.word === word) })),
    reasons: UNSAID.map((reason) => ({
      reason,
      count: count((zone) => zone.word === null && (zone.unsaid ?? 'no_figures') === reason),
    })).filter(({ count }) => count > 0),
  }
}
