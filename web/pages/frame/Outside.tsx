import { useTranslation } from 'react-i18next'
import { useChooseWorkspace, useSignOut } from '#web/features/accounts/accounts.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMe } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { ThresholdSheet } from './Threshold.tsx'

/** An account that is in no workspace, or no longer in the one it had open. */
export function Outside() {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const me = useMe()
  const choose = useChooseWorkspace()
  const signOut = useSignOut()
  const error = choose.error ?? signOut.error
  return (
    <ThresholdSheet title={t('outside.title')} lead={t('outside.text', { name: me?.account?.name })}>
      {error && <ErrorState>{say(error)}</ErrorState>}
      {me && me.workspaces.length > 0 && (
        <section className={form.form}>
          <h2>{t('outside.others')}</h2>
          {me.workspaces.map(({ id, name }) => (
            <Button key={id} isDisabled={choose.isPending} onPress={() => choose.mutate(id)}>
              {name}
            </Button>
          ))}
        </section>
      )}
      <Button isPending={signOut.isPending} onPress={() => signOut.mutate()}>
        {t('menu.signOut')}
      </Button>
    </ThresholdSheet>
  )
}
