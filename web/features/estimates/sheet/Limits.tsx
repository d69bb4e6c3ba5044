import { useTranslation } from 'react-i18next'
import type { EstimateRun } from '#contract/estimates'
import css from './sheet.module.css'

const LIMITS = ['local', 'both', 'few', 'use', 'contest'] as const

/** What was taken for granted, whom the figures cannot see, and what the estimate must not be used for. */
export function Limits({ run: { assumptions, blindSpots } }: { run: EstimateRun }) {
  const { t } = useTranslation(['methodSheet', 'estimates', 'estimateStart'])
  return (
    <>
      <section className={css.part}>
        <h2>{t('assumptions.title')}</h2>
        {assumptions.length === 0 ? (
          <p>{t('assumptions.none')}</p>
        ) : (
          <ul className={css.points}>
            {assumptions.map((assumption) => (
              <li key={assumption}>{t(`estimateStart:assumption.${assumption}`)}</li>
            ))}
          </ul>
        )}
      </section>
      <section className={css.part}>
        <h2>{t('limits.title')}</h2>
        <ul className={css.points}>
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`limits.${limit}`)}</li>
          ))}
        </ul>
        {blindSpots.length > 0 && (
          <p>
            <strong>{t('limits.blind')}</strong> :{' '}
            {blindSpots.map((spot) => t(`estimates:blind.${spot}`)).join(' ; ')}.
          </p>
        )}
      </section>
    </>
  )
}
