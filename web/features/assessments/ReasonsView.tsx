import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { assessmentsQuery } from './assessments.queries.ts'
import { JudgingDesk } from './JudgingDesk.tsx'
import type { Judging } from './judging.ts'
import { ReasonsGrid } from './table/ReasonsGrid.tsx'

const NOTHING_SAID: never[] = []

/** Actors × reasons: for what each could help, whatever the reason that one looks through. */
export function ReasonsView({
  actors,
  selected,
  onSelect,
  ...judging
}: Judging & {
  /** By name. */
  actors: readonly ActorBrief[]
  selected: string | undefined
  onSelect: (id: string | undefined) => void
}) {
  const { t } = useTranslation('assessments')
  const marks = useQuery(assessmentsQuery).data?.items ?? NOTHING_SAID
  if (!actors.length) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
  return (
    <JudgingDesk {...judging}>
      <ReasonsGrid actors={actors} marks={marks} selected={selected} onSelect={onSelect} />
    </JudgingDesk>
  )
}
