import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { indicatorsQuery } from '#web/features/indicators/indicators.queries.ts'
import { isCircle } from '#web/features/indicators/key.ts'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { NoFigures } from './NoFigures.tsx'
import { SpotsView } from './SpotsView.tsx'

/** Where values that were observed gather, high or low, more than chance does. */
export function HotSpots() {
  const { t } = useTranslation(['hotSpots', 'common'])
  const say = useErrorWords()
  const id = useTerritory()?.id
  const list = useQuery({ ...indicatorsQuery(id ?? ''), enabled: Boolean(id) })
  if (list.error) return <ErrorState onRetry={() => list.refetch()}>{say(list.error)}</ErrorState>
  if (!id || !list.data) return <Spinner label={t('common:loading')} />
  if (list.data.length === 0) return <NoFigures />
  // A count says where many people live, and a median cannot be adjusted to the size of its zone: rates alone are tested.
  const rates = list.data.filter(({ kind }) => kind === 'ratio')
  if (rates.length === 0) return <EmptyState title={t('noRate.title')}>{t('noRate.words')}</EmptyState>
  return <SpotsView territoryId={id} rates={rates} levels={list.data.filter((one) => !isCircle(one))} />
}
