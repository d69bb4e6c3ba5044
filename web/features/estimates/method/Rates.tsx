import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { Table } from '#web/ui/Table.tsx'
import { ratesQuery } from '../estimates.queries.ts'
import { usePercent } from '../usePercent.ts'

/** What was measured and published, with who says so: never of a place. */
export function Rates() {
  const { t } = useTranslation(['estimates', 'common'])
  const say = useErrorWords()
  const percent = usePercent()
  const { data: rates, error, refetch } = useQuery(ratesQuery())
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!rates) return <Spinner label={t('common:loading')} />
  return (
    <Table caption={t('rates.lead')}>
      <thead>
        <tr>
          <th scope="col">{t('rates.benefit')}</th>
          <th scope="col">{t('rates.group')}</th>
          <th scope="col" data-figures>
            {t('rates.rate')}
          </th>
          <th scope="col">{t('rates.year')}</th>
          <th scope="col">{t('rates.source')}</th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ benefit, group, rate, year, source }) => (
          <tr key={[benefit, group, year, source].join()}>
            <th scope="row">{benefit}</th>
            <td>{group}</td>
            <td data-figures>{percent(rate)}</td>
            <td>{year}</td>
            <td>{source}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
