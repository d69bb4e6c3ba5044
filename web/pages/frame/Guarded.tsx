import { useTranslation } from 'react-i18next'
import { type Action, can } from '#api/domain/permissions'
import { ROLES } from '#contract/roles'
import { useMe } from '#web/me.ts'
import { classes } from '#web/ui/classes.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import css from '../page.module.css'

/** A page for those who may; to the others it says which roles may, and whom to ask. */
export function Guarded({ action, children }: { action: Action; children: React.ReactNode }) {
  const { t } = useTranslation(['frame', 'members'])
  const me = useMe()
  if (can(me?.role ?? null, action)) return children
  const roles = ROLES.filter((role) => can(role, action)).map((role) => t(`members:role.${role}`))
  return (
    <div className={classes(css.page, css.narrow)}>
      <EmptyState title={t('guarded.title')}>
        {t('guarded.roles', { roles: roles.join(', ') })}{' '}
        {t(me?.server.demo ? 'guarded.demo' : 'members:askManager')}
      </EmptyState>
    </div>
  )
}
