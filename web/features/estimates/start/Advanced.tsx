import { useTranslation } from 'react-i18next'
import type { EstimateParameters } from '#contract/estimates'
import { Button } from '#web/ui/Button.tsx'
import { Fold } from '#web/ui/Fold.tsx'
import type { Draft } from './draft.ts'
import { NumberEntry } from './NumberEntry.tsx'
import css from './start.module.css'
import { TenureRates } from './TenureRates.tsx'

const FINE = { maximumFractionDigits: 3 }
/** Numbers that one may set, with what they may be. The threshold and the seed may stay empty. */
const NUMBERS = [
  { key: 'cvEligible', minValue: 0.05, maxValue: 1, formatOptions: FINE },
  { key: 'sdTakeUp', minValue: 0.04, maxValue: 0.45, formatOptions: FINE },
  { key: 'effectiveSample', minValue: 10, maxValue: 100_000, step: 10 },
  { key: 'draws', minValue: 0, maxValue: 1_000, step: 10 },
] as const

/** Each parameter by its name, for who knows what it does. */
export function Advanced({
  parameters,
  seed,
  onParameters,
  onSeed,
  onReset,
}: {
  parameters: EstimateParameters
  seed: Draft['seed']
  onParameters: (change: Partial<EstimateParameters>) => void
  onSeed: (seed: number | null) => void
  onReset: () => void
}) {
  const { t } = useTranslation('estimateStart')
  return (
    <Fold title={t('advanced.title')}>
      <div className={css.advanced}>
        {NUMBERS.map(({ key, ...bounds }) => (
          <NumberEntry
            key={key}
            {...bounds}
            label={t(`advanced.${key}`)}
            hint={t(`advanced.${key}Hint`)}
            value={parameters[key]}
            onChange={(value) => value !== null && onParameters({ [key]: value })}
          />
        ))}
        <NumberEntry
          label={t('advanced.threshold')}
          hint={t('advanced.thresholdHint')}
          value={parameters.threshold}
          minValue={1}
          onChange={(threshold) => onParameters({ threshold })}
        />
        <NumberEntry
          label={t('advanced.seed')}
          hint={t('advanced.seedHint')}
          value={seed}
          minValue={0}
          maxValue={2 ** 31 - 1}
          step={1}
          formatOptions={{ useGrouping: false }}
          onChange={onSeed}
        />
        <TenureRates
          title={t('advanced.rates')}
          source={t('advanced.ratesSource')}
          value={parameters.rates}
          onChange={(rates) => onParameters({ rates })}
        />
        <TenureRates
          title={t('advanced.poverty')}
          source={t('advanced.povertySource')}
          value={parameters.poverty}
          onChange={(poverty) => onParameters({ poverty })}
        />
        <Button look="quiet" icon="undo" onPress={onReset}>
          {t('advanced.reset')}
        </Button>
      </div>
    </Fold>
  )
}
