import { useTranslation } from 'react-i18next'
import type { BlindSpot } from '#contract/indicators'
import css from './result.module.css'

/** Whom the figures cannot see. */
export function BlindSpots({ spots }: { spots: readonly BlindSpot[] }) {
  const { t } = useTranslation('estimates')
  if (spots.length === 0) return null
  return (
    <section className={css.about}>
      <h3>{t('zone.blind')}</h3>
      <ul className={css.spots}>
        {spots.map((spot) => (
          <li key={spot}>{t(`blind.${spot}`)}</li>
        ))}
      </ul>
    </section>
  )
}
