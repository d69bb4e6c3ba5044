import { useNavigate } from '@tanstack/react-router'
import { Header, MenuSection, Separator } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { can } from '#api/domain/permissions'
import type { Me } from '#contract/accounts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import type { Search } from '#web/search.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import overlay from '#web/ui/overlay.module.css'
import { clearToasts, toast } from '#web/ui/toasts.ts'
import { useChooseWorkspace, useSignOut } from './accounts.queries.ts'
import css from './UserMenu.module.css'

/** Who one is here, and what concerns oneself: account, workspace, personal data, the way out. */
export function UserMenu({ me, children }: { me: Me; children?: React.ReactNode }) {
  const { t } = useTranslation(['accounts', 'members'])
  const say = useErrorWords()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const choose = useChooseWorkspace()
  const { account, role, workspace } = me
  const others = me.workspaces.filter(({ id }) => id !== workspace?.id)
  const name = account?.name ?? t('menu.visitor')
  const refused = (error: unknown) => toast({ text: say(error), tone: 'signal' })
  const go = (to: '/account' | '/workspace' | '/privacy' | '/sign-in') =>
    navigate({ to, search: ({ territory, lang }: Search) => ({ territory, lang }) })
  // What the address selects belongs to the workspace that one leaves.
  const leave = () => navigate({ to: '/', search: ({ lang }: Search) => ({ lang }) })
  const left = () => {
    clearToasts()
    leave()
  }
  const enter = (id: string) =>
    choose.mutate(id, {
      onSuccess: ({ workspace: entered }) => {
        leave()
        toast({ text: t('menu.switched', { name: entered?.name }) })
      },
      onError: refused,
    })

  return (
    <Menu
      label={t('menu.label')}
      align="end"
      trigger={
        <Button
          look="quiet"
          icon="person"
          className={classes(css.trigger)}
          aria-label={`${t('menu.label')}, ${name}`}
        >
          <span className={css.name} aria-hidden="true">
            {name}
          </span>
        </Button>
      }
    >
      <MenuSection>
        <Header className={classes(css.who)}>
          <span className={css.full}>{name}</span>
          {role && (
            <span className={css.where}>
              {[account && t(`role.${role}`, { ns: 'members' }), workspace?.name].filter(Boolean).join(' · ')}
            </span>
          )}
        </Header>
        {can(role, 'account:own') && account && (
          <MenuItem icon="settings" label={t('menu.account')} onAction={() => go('/account')} />
        )}
        {can(role, 'workspace:read') && (
          <MenuItem icon="home" label={t('menu.workspace')} onAction={() => go('/workspace')} />
        )}
        <MenuItem icon="shield" label={t('menu.privacy')} onAction={() => go('/privacy')} />
      </MenuSection>
      {others.length > 0 && (
        <MenuSection>
          <Header className={classes(overlay.heading)}>{t('menu.workspaces')}</Header>
          {others.map((other) => (
            <MenuItem
              key={other.id}
              id={other.id}
              icon="arrowRight"
              label={other.name}
              detail={t(`role.${other.role}`, { ns: 'members' })}
              onAction={() => enter(other.id)}
            />
          ))}
        </MenuSection>
      )}
      {children}
      <Separator className={classes(overlay.separator)} />
      {account ? (
        <MenuItem
          icon="exit"
          label={t('menu.signOut')}
          onAction={() => signOut.mutate(undefined, { onSuccess: left, onError: refused })}
        />
      ) : (
        <MenuItem icon="key" label={t('menu.signIn')} onAction={() => go('/sign-in')} />
      )}
    </Menu>
  )
}
