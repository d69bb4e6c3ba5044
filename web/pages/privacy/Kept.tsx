import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EndpointResponse } from '#contract/endpoint'
import type { privacyEndpoints } from '#contract/privacy'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { Table } from '#web/ui/Table.tsx'
import { retentionQuery } from './retention.queries.ts'

type Rule = EndpointResponse<typeof privacyEndpoints.rules>[number]

/** What is kept, why and how long. The figures are those of the server, not of this page. */
export function Kept() {
  const { t } = useTranslation(['privacy', 'common'])
  const say = useErrorWords()
  const rules = useQuery(retentionQuery())

  const lengthOf = ({ months, days, since }: Rule) =>
    t(`kept.since.${since}`, {
      length: months === null ? t('kept.days', { count: days ?? 0 }) : t('kept.months', { count: months }),
    })

  if (rules.error) return <ErrorState onRetry={() => rules.refetch()}>{say(rules.error)}</ErrorState>
  if (!rules.data) return <Spinner label={t('common:loading')} />
  return (
    <Table caption={t('kept.title')} captionHidden>
      <thead>
        <tr>
          <th>{t('kept.what')}</th>
          <th>{t('kept.why')}</th>
          <th>{t('kept.howLong')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.data.map((rule) => (
          <tr key={rule.what}>
            <th scope="row">{t(`kept.rows.${rule.what}.what`)}</th>
            <td data-label={t('kept.why')}>{t(`kept.rows.${rule.what}.why`)}</td>
            <td data-label={t('kept.howLong')}>{lengthOf(rule)}</td>
          </tr>
        ))}
        {(['actors', 'history'] as const).map((what) => (
          <tr key={what}>
            <th scope="row">{t(`kept.${what}.what`)}</th>
            <td data-label={t('kept.why')}>{t(`kept.${what}.why`)}</td>
            <td data-label={t('kept.howLong')}>{t(`kept.${what}.howLong`)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
