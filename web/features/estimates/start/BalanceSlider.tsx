import { useTranslation } from 'react-i18next'
import { Slider } from '#web/ui/Slider.tsx'
import { BALANCE_STEPS, positionOf, type Spread, spreadAt } from './balance.ts'

const MIDDLE = BALANCE_STEPS.indexOf('cautious')

/** The two variances as one choice, named for what it means. A pair that was set by hand says so. */
export function BalanceSlider({
  spread,
  cautious,
  onChange,
}: {
  spread: Spread
  cautious: Spread
  onChange: (spread: Spread) => void
}) {
  const { t } = useTranslation('estimateStart')
  const position = positionOf(spread, cautious)
  const step = position === null ? 'own' : BALANCE_STEPS[position]!
  return (
    <Slider
      label={t('balance.label')}
      hint={t('balance.hint')}
      min={0}
      max={BALANCE_STEPS.length - 1}
      value={position ?? MIDDLE}
      said={t(`balance.step.${step}`)}
      ends={[t('balance.eligible'), t('balance.takeUp')]}
      onChange={(next) => onChange(spreadAt(next, cautious))}
    />
  )
}
