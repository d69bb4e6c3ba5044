import { useTranslation } from 'react-i18next'
import type { EstimateResult } from '#contract/estimates'
import { Swatch } from '#web/map/Swatch.tsx'
import { usePalette } from '#web/map/usePalette.ts'
import css from './result.module.css'
import { HATCH_OF, tallyOf, toneOf, tonesOf } from './tones.ts'

/** The legend: the three words, what is not said and why, and how many zones have each. */
export function WordKey({ result }: { result: Pick<EstimateResult, 'zones' | 'threshold'> }) {
  const { t } = useTranslation('estimates')
  const { theme } = usePalette()
  const { words, reasons } = tallyOf(result)
  return (
    <div className={css.key}>
      <ul>
        {words.map(({ word, count }) => (
          <li key={word} title={t(`wordMeans.${word}`)}>
            <Swatch colour={tonesOf(theme)[toneOf(word)]} />
            {t(`word.${word}`)}
            <span className={css.count}>{t('zones', { count })}</span>
          </li>
        ))}
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <Swatch hatch={HATCH_OF[reason]} />
            {t(`unsaid.${reason}`)}
            <span className={css.count}>{t('zones', { count })}</span>
          </li>
        ))}
      </ul>
      <p className={css.small}>{t('threshold', { count: Math.round(result.threshold) })}</p>
    </div>
  )
}
