import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { AccountFields, type NewAccount, useNewAccount } from './AccountFields.tsx'
import { focusFirstWrong } from './focusFirstWrong.ts'

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
  const [wasSent, setSent] = useState(false)
  return (
    <form
      noValidate
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (!account.isReady) return focusFirstWrong(event.currentTarget)
        onJoin(account.account)
      }}
    >
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
