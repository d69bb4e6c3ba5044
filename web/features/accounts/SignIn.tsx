import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import form from '#web/ui/form.module.css'
import { ProviderLink } from './ProviderLink.tsx'
import { SendLinkForm } from './SendLinkForm.tsx'
import css from './SignIn.module.css'
import { SignInForm } from './SignInForm.tsx'

/** Every way in that this server knows. `returnTo`: the path that the identity provider brings back to. */
export function SignIn({
  server,
  returnTo,
  submitLabel,
}: {
  server: Me['server']
  returnTo: string
  submitLabel?: string
}) {
  const { t } = useTranslation('accounts')
  const [email, setEmail] = useState('')
  const [byLink, setByLink] = useState(false)
  return (
    <div className={css.ways}>
      {server.provider && <ProviderLink name={server.provider} returnTo={returnTo} />}
      {byLink ? (
        <SendLinkForm email={email} onEmail={setEmail} />
      ) : (
        <SignInForm email={email} onEmail={setEmail} {...(submitLabel && { submitLabel })} />
      )}
      {server.links && (
        <Button look="quiet" className={classes(form.wide)} onPress={() => setByLink(!byLink)}>
          {t(byLink ? 'signIn.link.back' : 'signIn.link.ask')}
        </Button>
      )}
    </div>
  )
}
