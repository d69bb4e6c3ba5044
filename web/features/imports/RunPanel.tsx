import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '#contract/imports'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { runQuery, useCancelRun } from './imports.queries.ts'
import { Report, type RunSurroundings } from './Report.tsx'
import css from './run.module.css'
import { isFinal } from './runs.ts'
import { Stages } from './Stages.tsx'

/** One import, from reading to undoing. Everything is in the run: leaving the page loses nothing. */
export function RunPanel({ id, ...surroundings }: RunSurroundings & { id: string }) {
  const { t } = useTranslation(['imports', 'common'])
  const say = useErrorWords()
  const client = useQueryClient()
  const { data: run, error, refetch } = useQuery(runQuery(id))
  const hasWritten = run?.state === 'done' && !run.dryRun

  useEffect(() => {
    if (hasWritten)
      client.invalidateQueries({ predicate: ({ queryKey: [feature] }) => feature !== 'imports' })
  }, [client, hasWritten])

  if (!run)
    return error ? (
      <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
    ) : (
      <Spinner label={t('loading', { ns: 'common' })} />
    )
  return (
    <div className={css.run}>
      <Stages run={run} />
      {isFinal(run) ? <Report run={run} {...surroundings} /> : <Working run={run} />}
    </div>
  )
}

function Working({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const say = useErrorWords()
  const cancel = useCancelRun()
  const step = run.state === 'queued' ? 'queued' : run.dryRun ? 'checking' : 'writing'
  return (
    <section className={css.panel} aria-busy="true">
      <Progress
        label={t(`steps.${step}`, { name: run.filename })}
        {...(run.progress > 0 && { detail: t('steps.rows', { count: run.progress }) })}
      />
      <p className={css.soft}>{t('steps.leave')}</p>
      {cancel.error && <ErrorState>{say(cancel.error)}</ErrorState>}
      <div>
        <Button icon="close" isPending={cancel.isPending} onPress={() => cancel.mutate(run.id)}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  )
}
