import { useTranslation } from 'react-i18next'
import { type Action, can } from '#api/domain/permissions'
import { useMe } from '#web/me.ts'
import { Block } from '#web/ui/Block.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import form from '#web/ui/form.module.css'
import type { IconName } from '#web/ui/icons.ts'

const PAGES = [
  { to: '/shared', title: 'sharing:title', icon: 'exchange', action: 'shared:read' },
  { to: '/persons', title: 'persons:page.title', icon: 'person', action: 'person:find' },
  { to: '/events', title: 'persons:events.title', icon: 'shield', action: 'event:read' },
] as const satisfies { to: string; title: string; icon: IconName; action: Action }[]

/** Rarer pages of those who answer for the workspace. */
export function Also() {
  const { t } = useTranslation(['members', 'persons', 'sharing'])
  const role = useMe()?.role ?? null
  const pages = PAGES.filter(({ action }) => can(role, action))
  if (pages.length === 0) return null
  return (
    <Block title={t('also')}>
      <div className={form.actions}>
        {pages.map(({ to, title, icon }) => (
          <ButtonLink key={to} to={to} icon={icon} search={({ territory, lang }) => ({ territory, lang })}>
            {t(title)}
          </ButtonLink>
        ))}
      </div>
    </Block>
  )
}
