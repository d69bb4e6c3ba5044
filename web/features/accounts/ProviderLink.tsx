import { useTranslation } from 'react-i18next'
import { providerPaths } from '#contract/accounts'
import { toSearch } from '#web/http/address.ts'
import buttons from '#web/ui/Button.module.css'
import { classes } from '#web/ui/classes.ts'
import form from '#web/ui/form.module.css'
import { Icon } from '#web/ui/Icon.tsx'
import css from './SignIn.module.css'

/** The identity provider, before the other ways. The redirection is the server's: a plain link leaves the page. */
export function ProviderLink({ name, returnTo }: { name: string; returnTo: string }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <a
        href={providerPaths.start + toSearch({ returnTo })}
        className={classes(buttons.button, buttons.plain, form.wide)}
      >
        <Icon name="external" />
        {t('signIn.withProvider', { name })}
      </a>
      <p className={css.or}>{t('signIn.or')}</p>
    </>
  )
}
