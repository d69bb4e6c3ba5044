import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '#contract/imports'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useApplyRun, useCancelRun } from './imports.queries.ts'
import { canApply, changesOf, verdictOf } from './runs.ts'
import { UndoImport } from './UndoImport.tsx'

/** What can be done with a run that is over: write it, leave it, undo it, bring another. */
export function RunActions({ run, children }: { run: ImportRun; children?: React.ReactNode }) {
  const { t } = useTranslation('imports')
  const say = useErrorWords()
  const apply = useApplyRun()
  const cancel = useCancelRun()
  const navigate = useNavigate()
  const mayRun = useMay('import:run')
  const { report } = run
  const verdict = verdictOf(run)
  const isWaiting = ['checked', 'partial', 'ask', 'confirm'].includes(verdict)
  const leave = () => navigate({ to: '/data', search: ({ lang, territory }) => ({ lang, territory }) })
  const failed = apply.error ?? cancel.error
  return (
    <>
      {report && canApply(run) && (
        <Button look="primary" icon="check" isPending={apply.isPending} onPress={() => apply.mutate(run.id)}>
          {t(report.refusedRows > 0 ? 'apply.good' : 'apply.all', { count: changesOf(report) })}
        </Button>
      )}
      {children}
      {isWaiting ? (
        <Button
          icon="close"
          isPending={cancel.isPending}
          onPress={() => cancel.mutate(run.id, { onSuccess: leave })}
        >
          {t('abandon')}
        </Button>
      ) : (
        <ButtonLink to="/data" icon="file" search={({ lang, territory }) => ({ lang, territory })}>
          {t('another')}
        </ButtonLink>
      )}
      {mayRun && !run.dryRun && run.state === 'done' && verdict === 'done' && <UndoImport id={run.id} />}
      {failed && <ErrorState>{say(failed)}</ErrorState>}
    </>
  )
}
