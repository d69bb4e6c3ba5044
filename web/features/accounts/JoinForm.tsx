import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { AccountFields, type NewAccount, useNewAccount } from './AccountFields.tsx'

/** For who has no account here: three fields, and in. */
export function JoinForm({
  workspace,
  refused,
  isPending,
  onJoin,
}: {
  workspace: string
  refused: string | undefined
  isPending: boolean
  onJoin: (account: NewAccount) => void
}) {
  const { t } = useTranslation('accounts')
  const account = useNewAccount()
  const { wasSent, onSubmit } = useSubmit(account.isReady, () => onJoin(account.account))
  return (
    <form noValidate className={form.form} onSubmit={onSubmit}>
      <fieldset className={form.group}>
        <legend>{t('join.account')}</legend>
        <AccountFields account={account} wasSent={wasSent} words={[workspace]} />
      </fieldset>
      {refused && <ErrorState>{refused}</ErrorState>}
      <Button type="submit" look="primary" className={classes(form.wide)} isPending={isPending}>
        {t('join.create')}
      </Button>
    </form>
  )
}
