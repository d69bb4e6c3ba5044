import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '#contract/roles'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useSignInAsRole } from './accounts.queries.ts'
import css from './RoleChooser.module.css'

/** The demo: one click is one role, and the page stays. `role` is the one held now, visitor when nobody signed in. */
export function RoleChooser({ role, isSignedIn }: { role: Role; isSignedIn: boolean }) {
  const { t } = useTranslation(['accounts', 'members'])
  const [isOpen, setOpen] = useState(false)
  const name = t(`role.${role}`, { ns: 'members' })
  return (
    <>
      <Button
        look={isSignedIn ? 'plain' : 'primary'}
        icon="roles"
        className={classes(css.open)}
        aria-label={isSignedIn ? t('demo.now', { role: name }) : t('demo.choose')}
        onPress={() => setOpen(true)}
      >
        <span className={css.long}>{isSignedIn ? name : t('demo.choose')}</span>
        <span className={css.brief}>{t('members:list.role')}</span>
      </Button>
      {isOpen && <RoleDialog role={role} onClose={() => setOpen(false)} />}
    </>
  )
}

function RoleDialog({ role: held, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'members'])
  const say = useErrorWords()
  const become = useSignInAsRole()
  const choose = (role: Role) =>
    become.mutate(role, {
      onSuccess: () => {
        toast({ text: t('demo.chosen', { role: t(`role.${role}`, { ns: 'members' }) }) })
        onClose()
      },
    })
  return (
    <Dialog title={t('demo.title')} isOpen onClose={onClose}>
      <p>{t('demo.text')}</p>
      {become.error && <ErrorState>{say(become.error)}</ErrorState>}
      <ul className={css.roles}>
        {ROLES.map((role) => (
          <li key={role}>
            <Button
              className={classes(css.role)}
              aria-current={role === held}
              isDisabled={become.isPending}
              onPress={() => choose(role)}
            >
              <span className={css.words}>
                {t(`role.${role}`, { ns: 'members' })}
                <span className={css.can}>{t(`roleCan.${role}`, { ns: 'members' })}</span>
              </span>
              {role === held && <Icon name="check" />}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
