import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Search } from '#web/search.ts'
import { Guarded } from '../frame/Guarded.tsx'
import css from './CooperationFrame.module.css'

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
  const { pathname } = useLocation()
  return (
    <Guarded action="cooperation:read">
      <div className={css.frame}>
        <nav aria-label={t('nav.title')} className={css.nav}>
          <ul className={css.parts}>
            {PARTS.map(({ to, name }) => (
              <li key={name}>
                <Link
                  to={to}
                  search={(now: Search) => ({ ...now, record: undefined })}
                  activeOptions={{ exact: true, includeSearch: false }}
                  className={css.part ?? ''}
                >
                  {t(`nav.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {/* What scrolls must be reachable by keyboard; the views scroll by themselves. */}
        <div className={css.content} {...(pathname !== '/cooperations' && { tabIndex: 0 })}>
          <Outlet />
        </div>
      </div>
    </Guarded>
  )
}
