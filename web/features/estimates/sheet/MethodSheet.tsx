import { useTranslation } from 'react-i18next'
import type { EstimateResult, EstimateRun } from '#contract/estimates'
import { Facts } from './Facts.tsx'
import { Findings } from './Findings.tsx'
import { Formulas } from './Formulas.tsx'
import { Limits } from './Limits.tsx'
import { Parameters } from './Parameters.tsx'
import { Sources } from './Sources.tsx'
import css from './sheet.module.css'

/** All that one must know to trust, repeat or contest one run: two pages of A4, in grey, and no zone by its name. */
export function MethodSheet({
  run,
  result,
  place,
}: {
  run: EstimateRun
  result: EstimateResult
  place: string
}) {
  const { t } = useTranslation(['methodSheet', 'estimates'])
  return (
    <article className={css.sheet}>
      <header className={css.head}>
        <p className={css.kind}>
          {t('title')} · {run.name}
        </p>
        <h1>{t('estimates:question')}</h1>
      </header>
      <Facts run={run} place={place} />
      <aside className={css.strip}>
        <p>{t('estimates:strip.what', { benefit: t(`estimates:benefit.${run.benefit}`) })}</p>
        <p>{t('estimates:strip.causes')}</p>
        <p>
          <strong>{t('estimates:strip.invisible')}</strong>
        </p>
      </aside>
      <Sources run={run} />
      <Formulas draws={run.parameters.draws} />
      <Parameters parameters={run.parameters} threshold={result.threshold} />
      <Findings run={run} result={result} />
      <Limits run={run} />
      <footer className={css.foot}>{t('facts.hashMeans')}</footer>
    </article>
  )
}
