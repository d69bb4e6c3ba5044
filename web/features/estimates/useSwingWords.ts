import { useTranslation } from 'react-i18next'
import type { EstimateResult } from '#contract/estimates'
import { useFormat } from '#web/i18n/useFormat.ts'
import { usePercent } from './usePercent.ts'
import { usePointsWords } from './usePointsWords.ts'

export type Swing = EstimateResult['swings'][number]

/** Where a parameter stands at one end of its doubt: rates in points, spreads as they are, the scale as what it adds or takes away. */
export function useSwingWords(): (parameter: Swing['parameter'], at: number) => string {
  const { t } = useTranslation('estimates')
  const { number } = useFormat()
  const percent = usePercent(0)
  const points = usePointsWords()
  return (parameter, at) =>
    ({
      rates: () => points(at),
      cvEligible: () => t('swings.spread', { at: number(at) }),
      sdTakeUp: () => t('swings.spread', { at: number(at) }),
      scale: () => t(at < 1 ? 'swings.fewer' : 'swings.more', { share: percent(Math.abs(at - 1)) }),
      rounding: () => t(at < 0 ? 'swings.least' : 'swings.most'),
    })[parameter]()
}
