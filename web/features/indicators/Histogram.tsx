import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Bin, classOf } from '#api/domain/class-breaks'
import type { Indicator, Reference } from '#contract/indicators'
import { classes } from '#web/ui/classes.ts'
import css from './Histogram.module.css'
import { useValueWords } from './useValueWords.ts'

const [WIDTH, HEIGHT] = [300, 80]

/** How values are spread, in the colours of their classes, with the bounds, the landmarks and the selected zone. */
export function Histogram({
  bins,
  median,
  breaks,
  colours,
  unit,
  references,
  here,
  onBounds,
}: {
  bins: readonly Bin[]
  /** Of the values; absent when they are known by their bins alone. */
  median?: number | undefined
  breaks: readonly number[]
  colours: readonly string[]
  unit: Indicator['unit']
  references: readonly Reference[]
  /** The value of the selected zone. */
  here?: { name: string; value: number } | undefined
  /** Makes the bounds movable, by hand and by keyboard. */
  onBounds?: ((bounds: number[]) => void) | undefined
}) {
  const { t } = useTranslation('indicators')
  const say = useValueWords()
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last) return null
  const [least, greatest] = [first.from, last.to]
  const span = greatest - least || 1
  const x = (value: number) => ((value - least) / span) * WIDTH
  const isInside = (value: number) => value >= least && value <= greatest
  const most = Math.max(...bins.map(({ count }) => count))
  const extent = { least: say.words(least, unit), greatest: say.words(greatest, unit) }
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  const text =
    median === undefined
      ? t('histogram.extent', { count, ...extent })
      : t('histogram.text', { count, ...extent, median: say.words(median, unit) })
  return (
    <div className={css.histogram}>
      <svg
        className={css.bars}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={
          here
            ? `${text} ${t('histogram.here', { name: here.name, value: say.words(here.value, unit) })}`
            : text
        }
      >
        {bins.map(({ from, to, count }) => (
          <rect
            key={from}
            x={x(from)}
            width={bins.length === 1 ? WIDTH : Math.max(x(to) - x(from) - 0.8, 0.5)}
            y={HEIGHT - (count / most) * (HEIGHT - 12)}
            height={(count / most) * (HEIGHT - 12)}
            fill={colours[classOf((from + to) / 2, breaks)] ?? 'currentColor'}
            stroke="var(--line-strong)"
            strokeWidth="0.4"
          />
        ))}
        {breaks.filter(isInside).map((bound) => (
          <line key={bound} className={css.bound} x1={x(bound)} x2={x(bound)} y1="10" y2={HEIGHT} />
        ))}
        {references
          .filter(({ value }) => isInside(value))
          .map(({ name, value }) => (
            <line key={name + value} className={css.reference} x1={x(value)} x2={x(value)} y1="0" y2={HEIGHT}>
              <title>{name}</title>
            </line>
          ))}
        {here && isInside(here.value) && (
          <path
            className={css.here}
            d={`M${x(here.value) - 6} 0h12l-6 10z`}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      {onBounds && breaks.length > 0 && (
        <Slider
          aria-label={t('classes.bounds')}
          minValue={least}
          maxValue={greatest}
          step={span / 200}
          value={[...breaks]}
          onChange={(next) => onBounds([...next])}
        >
          <SliderTrack className={classes(css.track)}>
            {breaks.map((_, index) => (
              <SliderThumb
                // biome-ignore lint/suspicious/noArrayIndexKey: a thumb is the bound of its rank
                key={index}
                index={index}
                className={classes(css.thumb)}
                aria-label={t('classes.bound', { rank: index + 1 })}
              />
            ))}
          </SliderTrack>
        </Slider>
      )}
      <p className={css.axis} aria-hidden="true">
        <span>{say.words(least, unit)}</span>
        <span>{say.words(greatest, unit)}</span>
      </p>
    </div>
  )
}
