import { useTranslation } from 'react-i18next'
import { BENEFITS, type EstimateOffer } from '#contract/estimates'
import css from './start.module.css'

/** Benefits that no imported figure allows to estimate, and what each still lacks. */
export function NotYet({ offers }: { offers: readonly EstimateOffer[] }) {
  const { t } = useTranslation(['estimateStart', 'estimates'])
  const lacking = BENEFITS.flatMap((benefit) => {
    const own = offers.filter((offer) => offer.benefit === benefit)
    if (own.length === 0 || own.some(({ missing }) => missing.length === 0)) return []
    return [{ benefit, missing: [...new Set(own.flatMap(({ missing }) => missing))] }]
  })
  if (lacking.length === 0) return null
  return (
    <ul className={css.assumptions}>
      {lacking.map(({ benefit, missing }) => (
        <li key={benefit}>
          {t('notYet', {
            benefit: t(`estimates:benefit.${benefit}`),
            what: missing.map((what) => t(`missingWhat.${what}`)).join(' ; '),
          })}
        </li>
      ))}
    </ul>
  )
}
