import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { SECOND_FACTOR_ROLES } from '#api/domain/permissions'
import { EraseAccount } from '#web/features/accounts/EraseAccount.tsx'
import { OwnName } from '#web/features/accounts/OwnName.tsx'
import { OwnPasskeys } from '#web/features/accounts/OwnPasskeys.tsx'
import { OwnPassword } from '#web/features/accounts/OwnPassword.tsx'
import { OwnSessions } from '#web/features/accounts/OwnSessions.tsx'
import { OwnTokens } from '#web/features/accounts/OwnTokens.tsx'
import { PasskeyAdvice } from '#web/features/accounts/PasskeyAdvice.tsx'
import { useMe } from '#web/me.ts'
import { classes } from '#web/ui/classes.ts'
import { Guarded } from './frame/Guarded.tsx'
import css from './page.module.css'

/** What identifies somebody here, and what opens the door. */
export function AccountPage() {
  return (
    <Guarded action="account:own">
      <Own />
    </Guarded>
  )
}

function Own() {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView()
  }, [hash])

  if (!me?.account || !me.role) return null
  const { account, role, mayResetPassword } = me
  return (
    <div className={classes(css.page, css.narrow)}>
      <header>
        <h1>{t('page.title')}</h1>
        <p className={css.lead}>{t('page.lead')}</p>
      </header>
      <PasskeyAdvice me={me} />
      <OwnName key={account.name} account={account} />
      {/* Without an address there is nothing to sign in with beside it: the shared accounts of the demo. */}
      {account.email && <OwnPassword account={account} mayReset={mayResetPassword} />}
      <OwnPasskeys isAsked={SECOND_FACTOR_ROLES.includes(role)} isDemo={me.server.demo} />
      <OwnSessions />
      <OwnTokens role={role} />
      {!me.server.demo && <EraseAccount hasPassword={account.hasPassword} />}
    </div>
  )
}
