import { useTranslation } from 'react-i18next'
import type { EstimateResult, EstimateRun } from '#contract/estimates'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Check } from '../result/Check.tsx'
import { Swings } from '../result/Swings.tsx'
import { tallyOf } from '../result/tones.ts'
import { usePointsWords } from '../usePointsWords.ts'
import css from './sheet.module.css'

/** Beside the national rate: as far as anyone doubts it. */
const POINTS = [-10, -5, 5, 10]

/** Counts of words, the total with its doubt, what weighs most, and the check on France. No zone is named. */
export function Findings({ run, result }: { run: EstimateRun; result: EstimateResult }) {
  const { t } = useTranslation(['methodSheet', 'estimates'])
  const { number } = useFormat()
  const points = usePointsWords()
  const { words, reasons } = tallyOf(result)
  const shifted = result.totals.filter((total) => POINTS.includes(total.points))
  return (
    <section className={css.part}>
      <h2>{t('results.title')}</h2>
      <table className={css.table}>
        <tbody>
          <tr>
            <th scope="row">{t('results.zones')}</th>
            <td>{`${number(run.counts.zones)}, ${t('results.estimated')} ${number(run.counts.estimated)}`}</td>
          </tr>
          {words.map(({ word, count }) => (
            <tr key={word}>
              <th scope="row">{t(`estimates:word.${word}`)}</th>
              <td>{t('estimates:zones', { count })}</td>
            </tr>
          ))}
          {reasons.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">{t(`estimates:unsaid.${reason}`)}</th>
              <td>{t('estimates:zones', { count })}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('results.total')}</th>
            <td>
              <strong>{t('results.totalRange', { low: result.total.low, high: result.total.high })}</strong>
              {shifted.map(({ points: at, low, high }) => (
                <div key={at}>{t('results.shifted', { points: points(at), low, high })}</div>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
      <div className={css.pair}>
        <Swings result={result} />
        {run.benefit === 'rsa' && <Check rate={result.rate} nationalCheck={result.nationalCheck} />}
      </div>
    </section>
  )
}
