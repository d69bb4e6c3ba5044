import { useTranslation } from 'react-i18next'
import { CAUTIOUS } from '#api/domain/non-take-up-estimate'
import { TENURES } from '#api/domain/take-up-rates'
import type { EstimateParameters, EstimateResult } from '#contract/estimates'
import { useFormat } from '#web/i18n/useFormat.ts'
import { usePercent } from '../usePercent.ts'
import css from './sheet.module.css'

/** Every setting of a run, and which are the cautious ones. */
export function Parameters({
  parameters,
  threshold,
}: {
  parameters: EstimateParameters
  threshold: EstimateResult['threshold']
}) {
  const { t } = useTranslation(['methodSheet', 'estimateStart'])
  const { number } = useFormat()
  const percent = usePercent()
  const shares = (by: EstimateParameters['rates']) => TENURES.map((tenure) => percent(by[tenure])).join(' · ')
  const spread = (key: 'cvEligible' | 'sdTakeUp') =>
    parameters[key] === CAUTIOUS[key]
      ? `${number(parameters[key])} (${t('parameters.cautious')})`
      : number(parameters[key])
  const value = number(Math.round(threshold))
  const rows = [
    [`${t('estimateStart:advanced.cvEligible')} (c)`, spread('cvEligible')],
    [`${t('estimateStart:advanced.sdTakeUp')} (σ)`, spread('sdTakeUp')],
    [t('parameters.rates'), shares(parameters.rates)],
    [t('parameters.poverty'), shares(parameters.poverty)],
    [t('estimateStart:advanced.effectiveSample'), number(parameters.effectiveSample)],
    [t('estimateStart:advanced.draws'), number(parameters.draws)],
    [
      t('parameters.threshold'),
      parameters.threshold === null
        ? t('parameters.thresholdQuarter', { value })
        : t('parameters.thresholdOwn', { value }),
    ],
  ] as const
  return (
    <section className={css.part}>
      <h2>{t('parameters.title')}</h2>
      <table className={css.table}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.small}>
        {t('estimateStart:advanced.ratesSource')} ; {t('estimateStart:advanced.povertySource')}
      </p>
    </section>
  )
}
