import { useTranslation } from 'react-i18next'
import type { Indicator } from '#contract/indicators'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import css from './indicators.module.css'
import { breaksOf, type Classing } from './paint.ts'

const METHODS = ['quantile', 'jenks', 'equal', 'manual'] as const
const COUNTS = ['3', '4', '5', '6', '7'] as const

/** How values are put in classes: a method and how many, or bounds typed by hand. */
export function ClassingChoice({
  classing,
  values,
  breaks,
  unit,
  onChange,
}: {
  classing: Classing
  values: readonly number[]
  breaks: readonly number[]
  unit: Indicator['unit']
  onChange: (classing: Classing) => void
}) {
  const { t } = useTranslation('indicators')
  const count = classing.method === 'manual' ? classing.bounds.length + 1 : classing.classes
  const isManual = classing.method === 'manual'
  return (
    <>
      <div className={css.fields}>
        <Select
          label={t('classes.method')}
          options={METHODS.map((value) => ({ value, label: t(`classes.${value}`) }))}
          value={classing.method}
          onChange={(method) =>
            onChange(
              method === 'manual' ? { method, bounds: breaks } : { method, classes: Math.max(count, 3) },
            )
          }
        />
        <Select
          label={t('classes.count')}
          options={COUNTS.map((value) => ({ value, label: value }))}
          value={String(count) as (typeof COUNTS)[number]}
          onChange={(next) => {
            const classes = Number(next)
            onChange(
              isManual
                ? { method: 'manual', bounds: breaksOf(values, { method: 'quantile', classes }) }
                : { method: classing.method, classes },
            )
          }}
        />
      </div>
      {isManual && (
        <div className={css.bounds}>
          {breaks.map((bound, index) => (
            <NumberField
              // biome-ignore lint/suspicious/noArrayIndexKey: a field is the bound of its rank
              key={index}
              label={t('classes.bound', { rank: index + 1 })}
              value={bound}
              formatOptions={{ maximumFractionDigits: unit === 'percent' || unit === 'times' ? 2 : 0 }}
              onChange={(value) =>
                !Number.isNaN(value) &&
                onChange({ method: 'manual', bounds: breaks.map((old, at) => (at === index ? value : old)) })
              }
            />
          ))}
        </div>
      )}
    </>
  )
}
