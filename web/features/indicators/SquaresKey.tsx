import { useTranslation } from 'react-i18next'
import type { Grid, GridClasses } from '#contract/grid'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Swatch } from '#web/map/Swatch.tsx'
import css from './key.module.css'
import { useValueWords } from './useValueWords.ts'

/** Shades of the squares, and the hatches of those that Insee imputed or that are withheld. */
export function SquaresKey({
  grid,
  shown: { id, unit },
  classes: { breaks, extent, squares, imputed, withheld },
  colours,
  side,
}: {
  grid: Grid
  shown: Grid['indicators'][number]
  classes: GridClasses
  colours: readonly string[]
  /** Of the squares as the map now draws them, metres. */
  side: number
}) {
  const { t } = useTranslation('indicators')
  const format = useFormat()
  const say = useValueWords()
  const bounds = [extent?.[0] ?? 0, ...breaks, extent?.[1] ?? 0]
  return (
    <div className={css.key}>
      <p className={css.title}>
        {t(`square.${id}`)}{' '}
        <span className={css.count}>
          {t('squares.legend', { squares: format.number(squares), side: format.number(side) })}
        </span>
      </p>
      {extent && (
        <ul className={css.rows} aria-label={t('classes.title')}>
          {colours.map((colour, index) => (
            <li key={colour} className={css.row}>
              <Swatch colour={colour} />
              {t('classes.upTo', {
                from: say.number(bounds[index]!, unit),
                to: say.words(bounds[index + 1]!, unit),
              })}
            </li>
          ))}
        </ul>
      )}
      <ul className={css.rows} aria-label={t('legend.missing')}>
        {imputed > 0 && (
          <li className={css.row}>
            <Swatch hatch="imputed" colour={colours[1]} />
            {t('status.imputed')}
          </li>
        )}
        {withheld > 0 && (
          <li className={css.row}>
            <Swatch hatch="withheld" />
            {t('status.withheld')}
          </li>
        )}
      </ul>
      <p className={css.source}>
        {t('legend.source', { source: 'Insee, Filosofi', period: grid.vintage })}
        {side > 200 && ` · ${t('squares.closer', { side: format.number(side) })}`}
      </p>
    </div>
  )
}
