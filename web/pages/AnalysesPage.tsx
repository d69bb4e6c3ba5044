import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { GroundContext } from '#web/map/useGround.ts'
import { InvisibleStrip } from './analyses/InvisibleStrip.tsx'
import { Guarded } from './frame/Guarded.tsx'
import { Parts } from './frame/Parts.tsx'

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
        <Parts
          label={t('nav.title')}
          parts={PARTS.map(({ to, name }) => ({ to, label: t(`nav.${name}`) }))}
          above={<InvisibleStrip />}
          scrolls={false}
        >
          <Outlet />
        </Parts>
      </GroundContext>
    </Guarded>
  )
}
