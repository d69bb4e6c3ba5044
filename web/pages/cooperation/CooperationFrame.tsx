import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePathname } from '#web/useView.ts'
import { Guarded } from '../frame/Guarded.tsx'
import { Parts } from '../frame/Parts.tsx'

/** The parts of cooperation, in the order in which one asks. */
const PARTS = [
  { to: '/cooperations', name: 'views' },
  { to: '/cooperations/bodies', name: 'bodies' },
  { to: '/cooperations/facilitators', name: 'facilitators' },
  { to: '/cooperations/publics', name: 'publics' },
  { to: '/cooperations/outreach', name: 'outreach' },
  { to: '/cooperations/settings', name: 'settings' },
] as const

/** What stands over every page of cooperation: for members, the way from one part to another, the lens kept. */
export function CooperationFrame() {
  const { t } = useTranslation('cooperation')
  const pathname = usePathname()
  return (
    <Guarded action="cooperation:read">
      <Parts
        label={t('nav.title')}
        parts={PARTS.map(({ to, name }) => ({ to, label: t(`nav.${name}`) }))}
        scrolls={pathname !== '/cooperations'}
      >
        <Outlet />
      </Parts>
    </Guarded>
  )
}
