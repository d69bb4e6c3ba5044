import { useTranslation } from 'react-i18next'
import type { Indicator, ValueStatus } from '#contract/indicators'
import { BIVARIATE } from '#web/map/shades.ts'
import css from './key.module.css'
import { MissingRows } from './MissingRows.tsx'
import { SourceLine } from './SourceLine.tsx'
import { useLabel } from './useLabel.ts'

const CELL = 22
const SIDE = 3 * CELL

/** Two figures at once: a square with a word on each axis. */
export function BivariateKey({
  first,
  second,
  statuses,
}: {
  first: Indicator
  second: Indicator
  statuses: readonly ValueStatus[]
}) {
  const { t } = useTranslation('indicators')
  const labelOf = useLabel()
  const words = [t('legend.first', { label: labelOf(first) }), t('legend.second', { label: labelOf(second) })]
  return (
    <div className={css.key}>
      <div className={css.square}>
        <svg width={SIDE + 18} height={SIDE + 18} role="img" aria-label={words.join(', ')}>
          {BIVARIATE.map((colour, index) => (
            <rect
              key={colour}
              x={16 + (index % 3) * CELL}
              y={SIDE - (Math.floor(index / 3) + 1) * CELL}
              width={CELL}
              height={CELL}
              fill={colour}
              stroke="var(--paper)"
            />
          ))}
          <text x="2" y="12">
            ↑
          </text>
          <text x={SIDE + 4} y={SIDE + 14} textAnchor="end">
            →
          </text>
        </svg>
        <div>
          <p>→ {words[0]}</p>
          <p>↑ {words[1]}</p>
          <p className={css.count}>{t('legend.three')}</p>
        </div>
      </div>
      <MissingRows statuses={statuses} />
      <SourceLine indicator={first} />
      {(first.source !== second.source || first.period !== second.period) && (
        <SourceLine indicator={second} />
      )}
    </div>
  )
}
