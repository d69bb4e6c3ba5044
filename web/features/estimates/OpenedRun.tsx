import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EstimateRun } from '#contract/estimates'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './estimates.module.css'
import { runQuery } from './estimates.queries.ts'
import { HowItWorks } from './method/HowItWorks.tsx'
import { RunState } from './RunState.tsx'
import { Result } from './result/Result.tsx'

/** One run from its beginning to its result, at an address of its own: a reload or another device finds it as it is. */
export function OpenedRun({
  id,
  zone,
  onZone,
  onAgain,
}: {
  id: string
  zone: string | undefined
  onZone: (zoneId: string | undefined) => void
  onAgain: (run: EstimateRun) => void
}) {
  const { t } = useTranslation(['estimates', 'common'])
  const say = useErrorWords()
  const who = useAuthor()
  const { moment } = useFormat()
  const may = useMay('estimate:run')
  const { data: run, error, refetch } = useQuery(runQuery(id))
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!run) return <Spinner label={t('common:loading')} />
  return (
    <>
      <header className={css.run}>
        <div className={form.about}>
          <h2>{run.name}</h2>
          <p className={form.detail}>
            {t('runs.by', { author: who(run.author), moment: moment(run.startedAt) })}
          </p>
        </div>
        <div className={form.actions}>
          <HowItWorks />
          {run.result && may && (
            <Button icon="settings" onPress={() => onAgain(run)}>
              {t('runs.again')}
            </Button>
          )}
          {run.result && (
            <ButtonLink
              icon="print"
              to="/analyses/estimates/$id/sheet"
              params={{ id }}
              search={({ lang, territory }) => ({ lang, territory })}
            >
              {t('runs.sheet')}
            </ButtonLink>
          )}
        </div>
      </header>
      <RunState run={run} onAgain={() => onAgain(run)} />
      {run.result && <Result run={run} result={run.result} zone={zone} onZone={onZone} />}
    </>
  )
}
