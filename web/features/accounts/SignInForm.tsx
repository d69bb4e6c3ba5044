import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { useSignIn } from './accounts.queries.ts'
import { EmailField } from './EmailField.tsx'
import { isEmail } from './email.ts'
import { useWait } from './useWait.ts'

/** Address and password. After too many failures the button counts the seconds. */
export function SignInForm({
  email,
  onEmail,
  submitLabel,
}: {
  /** Kept by whoever shows the form: the way by a link needs it too. */
  email: string
  onEmail: (email: string) => void
  submitLabel?: string
}) {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const signIn = useSignIn()
  const seconds = useWait(signIn.error)
  const [password, setPassword] = useState('')
  const wrong = {
    email: !isEmail(email) && t('signIn.emailWrong'),
    password: password === '' && t('signIn.missing'),
  }

  const { wasSent, onSubmit } = useSubmit(!(wrong.email || wrong.password), () =>
    signIn.mutate({ email: email.trim(), password }),
  )
  return (
    <form noValidate className={form.form} onSubmit={onSubmit}>
      {signIn.error && <ErrorState>{say(signIn.error)}</ErrorState>}
      <EmailField value={email} onChange={onEmail} error={(wasSent && wrong.email) || undefined} />
      <PasswordField
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={(wasSent && wrong.password) || undefined}
        maxLength={256}
        isRequired
      />
      <Button
        type="submit"
        look="primary"
        className={classes(form.wide)}
        isPending={signIn.isPending}
        isDisabled={seconds > 0}
      >
        {seconds > 0 ? t('signIn.wait', { count: seconds }) : (submitLabel ?? t('signIn.submit'))}
      </Button>
    </form>
  )
}
