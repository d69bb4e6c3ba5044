import { useTranslation } from 'react-i18next'
import type { HotSpotsAnswer } from '#contract/hot-spots'
import { useFormat } from '#web/i18n/useFormat.ts'
import css from './hot-spots.module.css'

/** Below it a probability is only said to be smaller. */
const LEAST = 0.001

/** Moran's I in a word: alike, opposed, or neither more than chance does. */
export const moranWord = ({ i, expected, p }: NonNullable<HotSpotsAnswer['moran']>, alpha: number) =>
  p > alpha ? 'none' : i > expected ? 'alike' : 'different'

/** The tests, how their probabilities were found, the correction, and the whole in one sentence. */
export function WhatWasDone({ answer: { done, moran } }: { answer: HotSpotsAnswer }) {
  const { t, i18n } = useTranslation('hotSpots')
  const format = useFormat()
  const precise = (value: number) =>
    new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 2 }).format(value)
  const probability = (p: number) => (p < LEAST ? `< ${precise(LEAST)}` : `= ${precise(p)}`)
  const short = (value: number) => format.number(Math.round(value * 10) / 10)
  const how =
    done.inference === 'permutations'
      ? t('done.permutations', { permutations: format.number(done.permutations ?? 0) })
      : t(`done.${done.analyticBecause ?? 'asked'}`)
  return (
    <section className={css.done} aria-label={t('done.title')}>
      <h2>{t('done.title')}</h2>
      {done.isConstant ? (
        <p>{t('done.constant')}</p>
      ) : (
        <p>
          {[
            t('done.tests', {
              n: format.number(done.n),
              tests: format.number(done.tests),
              neighbours: short(done.neighbours),
            }),
            done.standardised && t('done.standardised'),
            how,
            t('done.correction', { alpha: `${short(100 * done.alpha)} %` }),
            moran &&
              t('moran.figure', {
                words: t(`moran.${moranWord(moran, done.alpha)}`),
                i: precise(moran.i),
                expected: precise(moran.expected),
                p: probability(moran.p),
              }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <p>{t('never')}</p>
    </section>
  )
}
