import { useTranslation } from 'react-i18next'
import { RSA_NON_TAKE_UP_FRANCE } from '#api/domain/take-up-rates'
import type { EstimateResult } from '#contract/estimates'
import { usePercent } from '../usePercent.ts'
import css from './result.module.css'

/** The recipe applied to France, against what is published of France. */
export function Check({ rate, nationalCheck }: Pick<EstimateResult, 'rate' | 'nationalCheck'>) {
  const { t } = useTranslation('estimates')
  const percent = usePercent()
  const whole = usePercent(0)
  return (
    <section className={css.panel}>
      <h3>{t('check.title')}</h3>
      <p>
        {t('check.said', { found: percent(nationalCheck), published: percent(RSA_NON_TAKE_UP_FRANCE.rate) })}
      </p>
      <p>{t('check.rate', { rate: whole(rate) })}</p>
    </section>
  )
}
