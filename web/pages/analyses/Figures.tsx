import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gridsQuery } from '#web/features/indicators/grid.queries.ts'
import { indicatorsQuery } from '#web/features/indicators/indicators.queries.ts'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useView } from '#web/useView.ts'
import { NoFigures } from './NoFigures.tsx'
import { SquareFigures } from './SquareFigures.tsx'
import { ZoneFigures } from './ZoneFigures.tsx'

/** Any figure that was imported, on zones or on squares. */
export function Figures() {
  const { t } = useTranslation()
  const say = useErrorWords()
  const id = useTerritory()?.id
  const [{ squares }] = useView()
  const list = useQuery({ ...indicatorsQuery(id ?? ''), enabled: Boolean(id) })
  const grids = useQuery({ ...gridsQuery(id ?? ''), enabled: Boolean(id) })
  if (list.error) return <ErrorState onRetry={() => list.refetch()}>{say(list.error)}</ErrorState>
  if (!id || !list.data || grids.isPending) return <Spinner label={t('loading')} />
  const known = grids.data ?? []
  if (known.length > 0 && (squares || list.data.length === 0))
    return <SquareFigures territoryId={id} grids={known} hasZones={list.data.length > 0} />
  if (list.data.length === 0) return <NoFigures />
  return <ZoneFigures territoryId={id} indicators={list.data} grids={known} />
}
