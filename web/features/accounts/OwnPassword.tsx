import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { useSetPassword } from './accounts.queries.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { SHORTEST } from './useStrength.ts'
import { useWait } from './useWait.ts'

/** Another password: with the current one, or without it just after a sign-in by link. */
export function OwnPassword({
  account,
  mayReset,
}: {
  account: NonNullable<Me['account']>
  mayReset: boolean
}) {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const save = useSetPassword()
  const seconds = useWait(save.error)
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const needsCurrent = account.hasPassword && !mayReset
  const wrong = { current: needsCurrent && current === '', password: password.length < SHORTEST }
  const lead = mayReset ? t('newPassword.reset') : account.hasPassword ? undefined : t('newPassword.none')

  const done = () => {
    setCurrent('')
    setPassword('')
    startAgain()
    toast({ text: t('newPassword.done') })
  }
  const { wasSent, onSubmit, startAgain } = useSubmit(!(wrong.current || wrong.password), () =>
    save.mutate({ password, ...(needsCurrent && { current }) }, { onSuccess: done }),
  )
  return (
    <Block title={t('newPassword.title')} lead={lead} id="password">
      <form noValidate className={classes(form.form, form.narrow)} onSubmit={onSubmit}>
        {/* A password manager looks for the address beside the password. */}
        <input type="hidden" name="username" autoComplete="username" value={account.email ?? ''} readOnly />
        {needsCurrent && (
          <PasswordField
            label={t('newPassword.current')}
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={(wasSent && wrong.current && t('newPassword.currentMissing')) || undefined}
            maxLength={256}
          />
        )}
        <NewPasswordField
          label={t('newPassword.label')}
          value={password}
          onChange={setPassword}
          words={[account.name, account.email ?? '']}
          error={(wasSent && wrong.password && t('strength.missing')) || undefined}
        />
        {save.error && <ErrorState>{say(save.error)}</ErrorState>}
        <div>
          <Button type="submit" isPending={save.isPending} isDisabled={seconds > 0}>
            {seconds > 0
              ? t('signIn.wait', { count: seconds })
              : t(account.hasPassword ? 'newPassword.change' : 'newPassword.set')}
          </Button>
        </div>
      </form>
    </Block>
  )
}
