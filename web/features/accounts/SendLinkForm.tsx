import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { useSendLink } from './accounts.queries.ts'
import { EmailField } from './EmailField.tsx'
import { isEmail } from './email.ts'
import { useWait } from './useWait.ts'

/** Asks for a sign-in link. The answer never says whether the address is known. */
export function SendLinkForm({ email, onEmail }: { email: string; onEmail: (email: string) => void }) {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const send = useSendLink()
  const seconds = useWait(send.error)
  const isWrong = !isEmail(email)

  const { wasSent, onSubmit } = useSubmit(!isWrong, () => send.mutate(email.trim()))
  if (send.isSuccess)
    return (
      <div role="status" className={form.form}>
        <h2>{t('signIn.link.sent')}</h2>
        <p>{t('signIn.link.sentText', { email: email.trim() })}</p>
      </div>
    )

  return (
    <form noValidate className={form.form} onSubmit={onSubmit}>
      {send.error && <ErrorState>{say(send.error)}</ErrorState>}
      <p className={form.soft}>{t('signIn.link.hint')}</p>
      <EmailField
        autoFocus
        value={email}
        onChange={onEmail}
        error={(wasSent && isWrong && t('signIn.emailWrong')) || undefined}
      />
      <Button
        type="submit"
        look="primary"
        icon="mail"
        className={classes(form.wide)}
        isPending={send.isPending}
        isDisabled={seconds > 0}
      >
        {seconds > 0 ? t('signIn.wait', { count: seconds }) : t('signIn.link.title')}
      </Button>
    </form>
  )
}
