import { useTranslation } from 'react-i18next'
import { publisherOf } from '#api/domain/publishers'
import type { Indicator } from '#contract/indicators'
import { Select } from '#web/ui/Select.tsx'
import css from './indicators.module.css'
import { isCircle, onSameZones, toKeyText } from './key.ts'
import { themeOf, themesOf } from './themes.ts'
import { useLabel } from './useLabel.ts'

const NONE = 'none'
const groundOf = ({ level, vintage }: Indicator) => `${level}@${vintage}`

/** Which zones, which theme, which figure; and the one it is crossed with. */
export function IndicatorChoice({
  indicators,
  value,
  against,
  onChange,
  onAgainst,
}: {
  indicators: readonly Indicator[]
  value: Indicator
  against?: Indicator | undefined
  onChange: (indicator: Indicator) => void
  /** Absent where nothing can be crossed. */
  onAgainst?: (indicator: Indicator | undefined) => void
}) {
  const { t } = useTranslation('indicators')
  const { t: name } = useTranslation('nomenclature')
  const labelOf = useLabel()
  const onGround = indicators.filter((one) => onSameZones(one, value))
  const grounds = [...new Map(indicators.map((one) => [groundOf(one), one])).values()]
  const theme = themeOf(value)
  const optionOf = (one: Indicator) => ({
    value: toKeyText(one),
    label: labelOf(one),
    detail: t('choose.detail', { source: publisherOf(one.source), period: one.period }),
  })
  const byKey = (key: string) => indicators.find((one) => toKeyText(one) === key)
  const crossable = onGround.filter((one) => !isCircle(one) && toKeyText(one) !== toKeyText(value))
  const pick = (next: Indicator | undefined) => next && onChange(next)
  return (
    <div className={css.fields}>
      <Select
        label={t('choose.level')}
        options={grounds.map((one) => ({
          value: groundOf(one),
          label: name(`level.${one.level}`),
          detail: t('choose.vintage', { vintage: one.vintage }),
        }))}
        value={groundOf(value)}
        onChange={(ground) => {
          const there = indicators.filter((one) => groundOf(one) === ground)
          // The same figure on other zones when there is one.
          pick(there.find(({ figure }) => figure === value.figure) ?? there[0])
        }}
      />
      <Select
        label={t('choose.theme')}
        options={themesOf(onGround).map((one) => ({ value: one, label: t(`theme.${one}`) }))}
        value={theme}
        onChange={(next) => pick(onGround.find((one) => themeOf(one) === next))}
      />
      <Select
        className={css.wide ?? ''}
        label={t('choose.indicator')}
        options={onGround.filter((one) => themeOf(one) === theme).map(optionOf)}
        value={toKeyText(value)}
        onChange={(key) => pick(byKey(key))}
      />
      {onAgainst && !isCircle(value) && crossable.length > 0 && (
        <Select
          className={css.wide ?? ''}
          label={t('choose.against')}
          options={[{ value: NONE, label: t('choose.none') }, ...crossable.map(optionOf)]}
          value={against ? toKeyText(against) : NONE}
          onChange={(key) => onAgainst(key === NONE ? undefined : byKey(key))}
        />
      )}
    </div>
  )
}
