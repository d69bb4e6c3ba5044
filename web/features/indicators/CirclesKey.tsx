import { useTranslation } from 'react-i18next'
import type { Indicator, ValueStatus } from '#contract/indicators'
import { GREATEST_RADIUS, radiusOf } from '#web/map/layers/circles.ts'
import { CIRCLE } from '#web/map/shades.ts'
import { usePalette } from '#web/map/usePalette.ts'
import css from './key.module.css'
import { MissingRows } from './MissingRows.tsx'
import { SourceLine } from './SourceLine.tsx'
import { useLabel } from './useLabel.ts'
import { useValueWords } from './useValueWords.ts'

/** The greatest value and two round ones below it. */
export function landmarksOf(greatest: number): number[] {
  const round = (value: number) => {
    const power = 10 ** Math.floor(Math.log10(value))
    return Math.max(1, Math.round(value / power) * power)
  }
  return greatest > 0 ? [...new Set([greatest, round(greatest / 3), round(greatest / 12)])] : []
}

const SIDE = 2 * GREATEST_RADIUS + 4

/** Circles beside their numbers: the area is what is compared. */
export function CirclesKey({
  indicator,
  values,
  statuses,
}: {
  indicator: Indicator
  values: readonly number[]
  statuses: readonly ValueStatus[]
}) {
  const { t } = useTranslation('indicators')
  const say = useValueWords()
  const labelOf = useLabel()
  const { theme } = usePalette()
  const greatest = Math.max(0, ...values)
  return (
    <div className={css.key}>
      <p className={css.title}>{labelOf(indicator)}</p>
      <ul className={css.rows}>
        {landmarksOf(greatest).map((value) => {
          const radius = radiusOf(value, greatest)
          return (
            <li key={value} className={css.row}>
              <svg width={2 * radius + 4} height={SIDE} aria-hidden="true">
                <circle
                  cx={radius + 2}
                  cy={SIDE - radius - 2}
                  r={radius}
                  fill={CIRCLE[theme as 'light' | 'dark']}
                  fillOpacity="0.72"
                  stroke="var(--line-strong)"
                />
              </svg>
              {say.words(value, indicator.unit)}
            </li>
          )
        })}
      </ul>
      <MissingRows statuses={statuses} />
      <p className={css.source}>{t('legend.circles')}</p>
      <SourceLine indicator={indicator} />
    </div>
  )
}
