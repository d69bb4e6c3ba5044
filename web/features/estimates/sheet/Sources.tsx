import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EstimateRun } from '#contract/estimates'
import { useSourceWords } from '../useSourceWords.ts'
import css from './sheet.module.css'
import { licencesQuery } from './sheet.queries.ts'

const ROLES = ['claimants', 'povertyRate', 'households', 'tenures'] as const

/** Each figure that went in, with its period, contours and licence; what was not there says so. */
export function Sources({ run }: { run: EstimateRun }) {
  const { t } = useTranslation(['methodSheet', 'estimateStart'])
  const { figure, source } = useSourceWords()
  const { data: licenceOf } = useQuery(licencesQuery(run.territoryId))
  return (
    <section className={css.part}>
      <h2>{t('sources.title')}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('sources.role')}</th>
            <th scope="col">{t('sources.figure')}</th>
            <th scope="col">{t('sources.period')}</th>
            <th scope="col">{t('sources.vintage')}</th>
            <th scope="col">{t('sources.licence')}</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role) => {
            const key = run.sources[role]
            return (
              <tr key={role}>
                <th scope="row">{t(`estimateStart:source.${role}`)}</th>
                {key ? (
                  <>
                    <td>
                      {figure(key)} ({source(key)})
                    </td>
                    <td>{key.period}</td>
                    <td>{key.vintage === 'unknown' ? t('sources.unknownVintage') : key.vintage}</td>
                    <td>{licenceOf?.(key) ?? t('sources.noLicence')}</td>
                  </>
                ) : (
                  <td colSpan={4}>{t('sources.absent')}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
