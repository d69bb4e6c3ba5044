import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EstimateResult } from '#contract/estimates'
import { Slider } from '#web/ui/Slider.tsx'
import { usePointsWords } from '../usePointsWords.ts'
import css from './result.module.css'

/** The whole territory if the national rate holds here, and if it were some points off. No local rate is known. */
export function Totals({ total, totals }: Pick<EstimateResult, 'total' | 'totals'>) {
  const { t } = useTranslation('estimates')
  const points = usePointsWords()
  const [chosen, setChosen] = useState(0)
  const shifted = totals.find((one) => one.points === chosen)
  const range = shifted && { low: shifted.low, high: shifted.high }
  const said = !range
    ? points(chosen)
    : chosen === 0
      ? t('total.exactly', range)
      : t('total.shifted', { points: points(chosen), ...range })
  const all = totals.map((one) => one.points)
  return (
    <section className={css.panel}>
      <h3>{t('total.title')}</h3>
      <p className={css.large}>{t('total.said', { low: total.low, high: total.high })}</p>
      <p>{t('total.none')}</p>
      {all.length > 1 && (
        <Slider
          label={t('total.slider')}
          min={Math.min(...all)}
          max={Math.max(...all)}
          value={chosen}
          said={said}
          ends={[points(Math.min(...all)), points(Math.max(...all))]}
          onChange={setChosen}
        />
      )}
    </section>
  )
}
