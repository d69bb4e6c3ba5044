import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { GroundContext } from '#web/map/useGround.ts'
import type { Search } from '#web/search.ts'
import css from './AnalysesPage.module.css'
import { InvisibleStrip } from './analyses/InvisibleStrip.tsx'
import { Guarded } from './frame/Guarded.tsx'

const PARTS = [
  { to: '/analyses', name: 'figures' },
  { to: '/analyses/estimates', name: 'estimates' },
  { to: '/analyses/hot-spots', name: 'hotSpots' },
  { to: '/analyses/readings', name: 'readings' },
] as const

/** What stands over every analysis: the way from one to another, and what none of them can see. */
export function AnalysesPage() {
  const { t } = useTranslation('analyses')
  const territory = useTerritory()
  return (
    <Guarded action="figure:read">
      <GroundContext value={territory}>
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
          <InvisibleStrip />
          <div className={css.content}>
            <Outlet />
          </div>
        </div>
      </GroundContext>
    </Guarded>
  )
}
