import { useTranslation } from 'react-i18next'
import type { Assumption, EstimateSources } from '#contract/estimates'
import { useSourceWords } from '../useSourceWords.ts'
import css from './start.module.css'

const ROLES = ['claimants', 'povertyRate', 'households', 'tenures'] as const

/** From which figures, and what stands in where there are none. */
export function Basis({
  sources,
  assumptions,
}: {
  sources: EstimateSources
  assumptions: readonly Assumption[]
}) {
  const { t } = useTranslation('estimateStart')
  const { figure, source } = useSourceWords()
  return (
    <section className={css.basis}>
      <h3>{t('basis')}</h3>
      <dl>
        {ROLES.map((role) => {
          const key = sources[role]
          return (
            key && (
              <div key={role}>
                <dt>{t(`source.${role}`)}</dt>
                <dd>{t('from', { figure: figure(key), source: source(key), period: key.period })}</dd>
              </div>
            )
          )
        })}
      </dl>
      {assumptions.length > 0 && (
        <ul className={css.assumptions}>
          {assumptions.map((assumption) => (
            <li key={assumption}>{t(`assumption.${assumption}`)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
