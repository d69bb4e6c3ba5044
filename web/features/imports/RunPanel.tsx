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
import css from './Report.module.css'
import { Report, type RunChoices } from './Report.tsx'
import { isFinal } from './runs.ts'

/** One import: its progress while it works, then its report. It goes on by itself when the page is left. */
export function RunPanel({ id, ...choices }: RunChoices & { id: string }) {
  const { t } = useTranslation(['imports', 'common'])
  const say = useErrorWords()
  const client = useQueryClient()
  const { data: run, error } = useQuery(runQuery(id))
  const hasWritten = run?.state === 'done' && !run.dryRun

  useEffect(() => {
    if (hasWritten)
      client.invalidateQueries({ predicate: ({ queryKey: [feature] }) => feature !== 'imports' })
  }, [client, hasWritten])

  if (run && !isFinal(run)) return <Working run={run} />
  if (run) return <Report run={run} {...choices} />
  if (error)
    return (
      <ErrorState action={<Button onPress={() => choices.onRun(undefined)}>{t('another')}</Button>}>
        {say(error)}
      </ErrorState>
    )
  return <Spinner label={t('loading', { ns: 'common' })} />
}

function Working({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const say = useErrorWords()
  const cancel = useCancelRun()
  const step =
    run.state === 'queued' ? 'queued' : run.dryRun && run.state === 'reading' ? 'checking' : 'writing'
  return (
    <section className={css.panel} aria-busy="true">
      <Progress
        label={t(`steps.${step}`, { name: run.filename })}
        {...(run.progress > 0 && { detail: t('steps.rows', { count: run.progress }) })}
      />
      {cancel.error && <ErrorState>{say(cancel.error)}</ErrorState>}
      <div>
        <Button icon="close" isPending={cancel.isPending} onPress={() => cancel.mutate(run.id)}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  )
}
