import { useTranslation } from 'react-i18next'
import type { BlindSpot } from '#contract/indicators'
import css from './indicators.module.css'

/** Whom a source cannot see, in plain words, beside its figure. */
export function BlindSpots({ spots }: { spots: readonly BlindSpot[] }) {
  const { t } = useTranslation('indicators')
  if (spots.length === 0) return null
  return (
    <section className={css.blind} aria-label={t('blind.title')}>
      <strong>{t('blind.title')}</strong>
      <ul>
        {spots.map((spot) => (
          <li key={spot}>{t(`blind.${spot}`)}</li>
        ))}
      </ul>
    </section>
  )
}
