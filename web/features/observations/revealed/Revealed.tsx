import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import type { Named } from '../form/fields.ts'
import { ObservationItem } from '../ObservationItem.tsx'
import css from '../observations.module.css'
import { observationsQuery } from '../observations.queries.ts'
import { WithdrawDialog } from '../WithdrawDialog.tsx'
import { Filters } from './Filters.tsx'
import { answers, type ObservationFilter } from './filter.ts'
import { ObservedMap } from './ObservedMap.tsx'
import here from './revealed.module.css'

/** What was put down, read together: a map of areas and the same in words. */
export function Revealed({
  roundId,
  groups,
  filter,
  onFilter,
}: {
  roundId: string
  groups: readonly Named[]
  filter: ObservationFilter
  onFilter: (filter: ObservationFilter) => void
}) {
  const { t } = useTranslation('observations')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const mayWithdraw = useMay('observation:reveal')
  const { data: all, error, refetch } = useQuery(observationsQuery(roundId))
  const [selected, setSelected] = useState<string>()
  const [going, setGoing] = useState<string>()
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!all) return <Spinner label={common('loading')} />
  if (all.length === 0) return <EmptyState title={t('list.none')} />
  const shown = all.filter(answers(filter))
  return (
    <div className={here.revealed}>
      <ObservedMap observations={shown} selected={selected} onSelect={setSelected} />
      <section className={here.column} aria-label={t('list.title')}>
        <Filters filter={filter} onChange={onFilter} />
        <p role="status" className={css.soft}>
          {shown.length > 0 ? t('list.count', { count: shown.length }) : t('list.noneHere')}
        </p>
        <ul className={css.list} aria-label={t('list.title')}>
          {shown.map((observation) => (
            <ObservationItem
              key={observation.id}
              observation={observation}
              group={groups.find(({ id }) => id === observation.groupId)?.name}
              isShown={observation.id === selected}
            >
              <IconButton
                icon="locate"
                label={t('list.show')}
                onPress={() => setSelected(observation.id === selected ? undefined : observation.id)}
              />
              {mayWithdraw && (
                <Button look="quiet" onPress={() => setGoing(observation.id)}>
                  {t('list.withdraw')}
                </Button>
              )}
            </ObservationItem>
          ))}
        </ul>
      </section>
      <WithdrawDialog id={going} whose="list" onClose={() => setGoing(undefined)} />
    </div>
  )
}
