import { useTranslation } from 'react-i18next'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { JudgingDesk } from './JudgingDesk.tsx'
import type { Judging } from './judging.ts'
import { Matrix } from './matrix/Matrix.tsx'
import { MatrixTable } from './table/MatrixTable.tsx'

/** Need × possibility of every actor, as a plane or as a table; both can be changed. */
export function MatrixView({
  actors,
  positions,
  selected,
  onSelect,
  table = false,
  ...judging
}: Judging & {
  /** By name. */
  actors: readonly ActorBrief[]
  positions: ReadonlyMap<string, Position>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  table?: boolean
}) {
  const { t } = useTranslation('assessments')
  if (!actors.length) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
  const View = table ? MatrixTable : Matrix
  return (
    <JudgingDesk {...judging} showsLast={!table}>
      <View actors={actors} positions={positions} selected={selected} onSelect={onSelect} />
    </JudgingDesk>
  )
}
