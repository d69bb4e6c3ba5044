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
import css from './run.module.css'
import { stateOf } from './runs.ts'

const TONES: Partial<Record<ReturnType<typeof stateOf>, 'accent' | 'signal'>> = {
  done: 'accent',
  checked: 'signal',
  ask: 'signal',
}

/** The imports of before, newest first; each opens its page, where it is decided, read again or undone. */
export function History() {
  const { t } = useTranslation('imports')
  const { moment } = useFormat()
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
          <th scope="col">{t('history.rows')}</th>
          <th scope="col">{t('history.author')}</th>
          <th scope="col">{t('history.date')}</th>
        </tr>
      </thead>
      <tbody>
        {data?.items.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Link
                to="/data/imports/$id"
                params={{ id: run.id }}
                search={({ lang, territory }) => ({ lang, territory })}
                aria-label={t('history.open', { name: run.filename })}
                className={css.open ?? ''}
              >
                {run.filename}
              </Link>
            </th>
            <td>
              <Chip tone={TONES[stateOf(run)] ?? 'plain'}>{t(`state.${stateOf(run)}`)}</Chip>
            </td>
            <td>
              <Written run={run} />
            </td>
            <td>{run.author}</td>
            <td>{moment(run.startedAt)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What a run has written, in a few words; nothing for one that wrote nothing. */
function Written({ run: { dryRun, state, report } }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  if (!report || dryRun || (state !== 'done' && state !== 'undone')) return '—'
  const counts = [
    ['created', report.created],
    ['updated', report.updated],
    ['refused', report.refusedRows],
  ] as const
  const said = counts.filter(([, count]) => count > 0).map(([name, count]) => t(`history.${name}`, { count }))
  return said.join(', ') || t('history.none')
}
