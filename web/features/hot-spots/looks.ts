import type { z } from 'zod'
import type { CompositeAnswer, HotSpotClass, HotSpotsAnswer } from '#contract/hot-spots'
import type { HatchName } from '#web/map/hatches.ts'
import type { Paint, ZonePaint } from '#web/map/layers/words.ts'
import type { Theme } from '#web/map/palette.ts'
import { GATHERED, shadesOf } from '#web/map/shades.ts'

const HUES = ['high', 'low', 'highAlone', 'lowAlone', 'plain'] as const
type Hue = (typeof HUES)[number]

/** Two hues that say high and low, and lines over the low one, so that they differ in grey too. */
export const LOOK_OF: Record<HotSpotClass, { hue?: Hue; hatch?: HatchName }> = {
  hot: { hue: 'high' },
  cold: { hue: 'low', hatch: 'low' },
  high_high: { hue: 'high' },
  low_low: { hue: 'low', hatch: 'low' },
  high_low: { hue: 'highAlone' },
  low_high: { hue: 'lowAlone', hatch: 'low' },
  not_significant: { hue: 'plain' },
  no_neighbours: { hatch: 'unavailable' },
  no_data: { hatch: 'absent' },
}

export const coloursOf = (theme: Theme): string[] => HUES.map((hue) => GATHERED[theme][hue])
export const colourOf = (theme: Theme, one: HotSpotClass): string | undefined => {
  const { hue } = LOOK_OF[one]
  return hue && GATHERED[theme][hue]
}

export const spotsPaint = (zones: HotSpotsAnswer['zones']): Paint =>
  Object.fromEntries(
    zones.map(({ zoneId, class: one }): [string, ZonePaint] => {
      const { hue, hatch } = LOOK_OF[one]
      return [zoneId, { ...(hue && { class: HUES.indexOf(hue) }), ...(hatch && { hatch }) }]
    }),
  )

type Composite = z.infer<typeof CompositeAnswer>
export const COMPOSITE_LOOKS = {
  rather_low: { class: 0 },
  undetermined: { class: 1, hatch: 'undetermined' },
  rather_high: { class: 2 },
} as const satisfies Record<string, ZonePaint>
export const compositeColours = (theme: Theme): string[] => {
  const shades = shadesOf(theme, 5)
  return [shades[0]!, shades[1]!, shades[3]!]
}

export const compositePaint = (zones: Composite['zones']): Paint =>
  Object.fromEntries(
    zones.flatMap(({ zoneId, word }) =>
      zoneId ? [[zoneId, word ? COMPOSITE_LOOKS[word] : { hatch: 'absent' as const }]] : [],
    ),
  )
