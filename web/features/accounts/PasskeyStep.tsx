import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useBecome } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { useSignOut } from './accounts.queries.ts'
import { isCancelled, passkeySupport, showPasskey } from './ceremony.ts'

/** The second step of signing in. Where the page may not use passkeys, it says why and what to do. */
export function PasskeyStep() {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const show = useBecome(showPasskey)
  const signOut = useSignOut()
  const support = passkeySupport()
  const refused = show.error && (isCancelled(show.error) ? t('passkey.cancelled') : say(show.error))
  return (
    <div className={form.form}>
      {support === 'yes' ? (
        <>
          {refused && <ErrorState>{refused}</ErrorState>}
          <Button
            look="primary"
            icon="key"
            className={classes(form.wide)}
            isPending={show.isPending}
            onPress={() => show.mutate()}
          >
            {t('passkey.submit')}
          </Button>
        </>
      ) : (
        <ErrorState {...(support === 'insecure' && { title: t('passkey.insecure') })}>
          {t(support === 'insecure' ? 'passkey.insecureText' : 'passkey.unsupported')}
        </ErrorState>
      )}
      <Button
        look="quiet"
        className={classes(form.wide)}
        isPending={signOut.isPending}
        onPress={() => signOut.mutate()}
      >
        {t('passkey.elsewhere')}
      </Button>
    </div>
  )
}
