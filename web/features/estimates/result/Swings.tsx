import { useTranslation } from 'react-i18next'
import type { EstimateResult } from '#contract/estimates'
import { useFormat } from '#web/i18n/useFormat.ts'
import { classes } from '#web/ui/classes.ts'
import { Table } from '#web/ui/Table.tsx'
import { type Swing, useSwingWords } from '../useSwingWords.ts'
import css from './result.module.css'

/** Where a bar begins and how long it is, in hundredths of the width that all of them span. */
export function barsOf(swings: readonly Swing[], middle: number) {
  const ends = swings.flatMap(({ low, high }) => [low.middle, high.middle])
  const [least, most] = [Math.min(middle, ...ends), Math.max(middle, ...ends)]
  const place = (value: number) => (most > least ? (100 * (value - least)) / (most - least) : 50)
  return {
    middle: place(middle),
    bars: swings.map(({ low, high }) => {
      const [from, to] = [low.middle, high.middle].sort((a, b) => a - b) as [number, number]
      return { from: place(from), width: place(to) - place(from) }
    }),
  }
}

/** The total when nothing is changed, worked out as the ends of the bars are: at the national rates themselves. */
const middleOf = ({ totals, total }: Pick<EstimateResult, 'totals' | 'total'>): number =>
  totals.find(({ points }) => points === 0)?.middle ?? total.middle

/** Which assumption moves the total most: bars for the eye, and the same numbers in a table that is always there. */
export function Swings({ result }: { result: EstimateResult }) {
  const { t } = useTranslation('estimates')
  const { number } = useFormat()
  const at = useSwingWords()
  const { swings } = result
  const drawn = barsOf(swings, middleOf(result))
  return (
    <section className={classes(css.panel, css.wide)}>
      <h3>{t('swings.title')}</h3>
      <p>{t('swings.lead')}</p>
      <Table caption={t('swings.title')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('swings.parameter')}</th>
            <th scope="col">{t('swings.low')}</th>
            <td className={css.bars} aria-hidden="true" />
            <th scope="col">{t('swings.high')}</th>
          </tr>
        </thead>
        <tbody>
          {swings.map(({ parameter, low, high }, index) => (
            <tr key={parameter}>
              <th scope="row">{t(`swings.name.${parameter}`)}</th>
              <td>
                <strong data-figures>{number(low.middle)}</strong>
                <span className={css.at}>{at(parameter, low.at)}</span>
              </td>
              <td className={css.bars}>
                <svg aria-hidden="true" width="100%" height="22" className={css.bar}>
                  <rect
                    x={`${drawn.bars[index]!.from}%`}
                    width={`${Math.max(1, drawn.bars[index]!.width)}%`}
                    y="4"
                    height="14"
                    rx="2"
                  />
                  <line x1={`${drawn.middle}%`} x2={`${drawn.middle}%`} y1="0" y2="22" />
                </svg>
              </td>
              <td>
                <strong data-figures>{number(high.middle)}</strong>
                <span className={css.at}>{at(parameter, high.at)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
