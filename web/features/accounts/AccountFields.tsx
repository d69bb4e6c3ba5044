import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#web/ui/TextField.tsx'
import { EmailField } from './EmailField.tsx'
import { isEmail } from './email.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { SHORTEST } from './useStrength.ts'

export type NewAccount = { name: string; email: string; password: string }

/** What a new account needs; `wrong` says which fields are not ready to be sent. */
export function useNewAccount() {
  const [account, setAccount] = useState<NewAccount>({ name: '', email: '', password: '' })
  const wrong = {
    name: account.name.trim() === '',
    email: !isEmail(account.email),
    password: account.password.length < SHORTEST,
  }
  return {
    account: { ...account, name: account.name.trim(), email: account.email.trim() },
    typed: account,
    set: (change: Partial<NewAccount>) => setAccount((now) => ({ ...now, ...change })),
    wrong,
    isReady: !Object.values(wrong).includes(true),
  }
}

/** Name, address and password of somebody who arrives. */
export function AccountFields({
  account: { typed, set, wrong },
  wasSent,
  words = [],
}: {
  account: ReturnType<typeof useNewAccount>
  /** What is missing is said once the form was sent. */
  wasSent: boolean
  /** More of what a password must not be made of. */
  words?: readonly string[]
}) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <TextField
        label={t('name.label')}
        hint={t('name.hint')}
        name="name"
        autoComplete="name"
        value={typed.name}
        onChange={(name) => set({ name })}
        error={(wasSent && wrong.name && t('name.missing')) || undefined}
        maxLength={120}
        isRequired
      />
      <EmailField
        value={typed.email}
        onChange={(email) => set({ email })}
        error={(wasSent && wrong.email && t('signIn.emailWrong')) || undefined}
      />
      <NewPasswordField
        label={t('signIn.password')}
        value={typed.password}
        onChange={(password) => set({ password })}
        words={[typed.name, typed.email, ...words]}
        error={(wasSent && wrong.password && t('strength.missing')) || undefined}
      />
    </>
  )
}
