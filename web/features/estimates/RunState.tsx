import { useTranslation } from 'react-i18next'
import type { EstimateRun } from '#contract/estimates'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Progress } from '#web/ui/Progress.tsx'
import { useCancel } from './estimates.queries.ts'
import { usePercent } from './usePercent.ts'

/** A run that is under way, with its way out; or one that ended without a result, with why and what to do. */
export function RunState({ run, onAgain }: { run: EstimateRun; onAgain: () => void }) {
  const { t } = useTranslation('estimates')
  const say = useErrorWords()
  const percent = usePercent(0)
  const may = useMay('estimate:run')
  const cancel = useCancel()
  const { state } = run
  if (state === 'done') return null
  if (state === 'queued' || state === 'running')
    return (
      <div className={form.form}>
        <Progress
          label={t(`runs.${state}`)}
          {...(state === 'running' && { value: run.progress, detail: percent(run.progress) })}
        />
        {cancel.error && <ErrorState>{say(cancel.error)}</ErrorState>}
        {may && (
          <div className={form.actions}>
            <Button icon="close" isPending={cancel.isPending} onPress={() => cancel.mutate(run.id)}>
              {t('runs.cancel')}
            </Button>
          </div>
        )}
      </div>
    )
  return (
    <ErrorState
      action={
        may && (
          <Button icon="waiting" onPress={onAgain}>
            {t('runs.again')}
          </Button>
        )
      }
    >
      {t(`runs.stateMeans.${state}`)}
    </ErrorState>
  )
}
