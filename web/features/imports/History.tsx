import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '#contract/imports'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Chip } from '#web/ui/Chip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Table } from '#web/ui/Table.tsx'
import { runsQuery } from './imports.queries.ts'
import css from './Report.module.css'

const stateOf = ({ state, dryRun, report }: ImportRun) => {
  if (report?.outcome === 'reject') return 'rejected'
  return state === 'done' && dryRun ? 'checked' : state
}

/** The imports of before, newest first; each opens its report. */
export function History() {
  const { t } = useTranslation('imports')
  const { number, moment } = useFormat()
  const say = useErrorWords()
  const { data, error } = useQuery(runsQuery())
  if (error) return <ErrorState>{say(error)}</ErrorState>
  if (data?.items.length === 0) return <EmptyState title={t('history.empty')} />
  return (
    <Table caption={t('history.title')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('history.file')}</th>
          <th scope="col">{t('history.state')}</th>
          <th scope="col" data-figures>
            {t('history.rows')}
          </th>
          <th scope="col">{t('history.date')}</th>
        </tr>
      </thead>
      <tbody>
        {data?.items.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Link
                to="."
                search={(now) => ({ ...now, run: run.id })}
                aria-label={t('history.open', { name: run.filename })}
                className={css.open ?? ''}
              >
                {run.filename}
              </Link>
            </th>
            <td>
              <Chip tone={stateOf(run) === 'done' ? 'accent' : 'plain'}>{t(`state.${stateOf(run)}`)}</Chip>
            </td>
            <td data-figures>{number(run.report?.rows ?? run.progress)}</td>
            <td>{moment(run.startedAt)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
