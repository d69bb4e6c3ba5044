import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '#contract/geometry'
import { territoriesQuery, useTerritory } from '#web/features/territories/territories.queries.ts'
import { viewportOf } from '#web/search.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { overlapOf, territoryShowing } from './overlap.ts'

/** Flies to what arrived, on a real territory that shows it; without any, offers to create one. */
export function SeeOnMap({ bounds }: { bounds: Bounds }) {
  const { t } = useTranslation('imports')
  const { data: territories = [] } = useQuery(territoriesQuery())
  const territory = territoryShowing(bounds, territories, useTerritory())
  if (!territory)
    return (
      <ButtonLink look="primary" icon="plus" to="/territories/$id" params={{ id: 'new' }}>
        {t('createToSee')}
      </ButtonLink>
    )
  const at = viewportOf((territory.bounds && overlapOf(bounds, territory.bounds)) ?? bounds)
  return (
    <ButtonLink
      look="primary"
      icon="map"
      to="/"
      search={({ lang }) => ({ lang, territory: territory.id, at })}
    >
      {t('onMap')}
    </ButtonLink>
  )
}
