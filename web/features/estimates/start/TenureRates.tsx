import { useTranslation } from 'react-i18next'
import { TENURES } from '#api/domain/take-up-rates'
import type { EstimateParameters } from '#contract/estimates'
import { NumberEntry } from './NumberEntry.tsx'
import css from './start.module.css'

/** A share for each way of being housed, with who published it. */
export function TenureRates({
  title,
  source,
  value,
  onChange,
}: {
  title: string
  source: string
  value: EstimateParameters['rates']
  onChange: (value: EstimateParameters['rates']) => void
}) {
  const { t } = useTranslation('estimateStart')
  return (
    <fieldset className={css.tenures}>
      <legend>{title}</legend>
      {TENURES.map((tenure) => (
        <NumberEntry
          key={tenure}
          label={t(`advanced.tenure.${tenure}`)}
          value={value[tenure]}
          minValue={0}
          maxValue={1}
          step={0.01}
          formatOptions={{ style: 'percent', maximumFractionDigits: 1 }}
          onChange={(next) => next !== null && onChange({ ...value, [tenure]: next })}
        />
      ))}
      <p className={css.source}>{source}</p>
    </fieldset>
  )
}
