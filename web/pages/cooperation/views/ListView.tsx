import { useMemo } from 'react'
import { ActorList } from '#web/features/actors/ActorList.tsx'
import { SortSelect } from '#web/features/actors/ListHead.tsx'
import { useScaleWords } from '#web/features/assessments/useScaleWords.ts'
import { useChange, useSelected, useViewPart } from '#web/useView.ts'
import { StandingBadge } from '../StandingBadge.tsx'
import { standingOf } from '../standings.ts'
import { useCooperationContext } from '../useCooperation.ts'
import css from './ListView.module.css'

const badge = (id: string) => <Badge id={id} />

/** The actors as a list, each with where it stands: the twin of the map. */
export default function ListView() {
  const change = useChange()
  const { filter, onSelect } = useCooperationContext()
  const selected = useSelected()
  const sort = useViewPart((search) => search.sort) ?? 'relevance'
  const hasText = Boolean(filter.q)
  const head = useMemo(
    () => (
      <div className={css.head}>
        <SortSelect
          hasText={hasText}
          sort={sort}
          onChange={(next) => change({ sort: next }, { replace: true })}
        />
      </div>
    ),
    [hasText, sort, change],
  )
  return (
    <div className={css.view}>
      {head}
      <ActorList
        query={{ ...filter, sort }}
        selected={selected}
        onOpen={onSelect}
        onRelax={(key) => change({ [key]: undefined })}
        badge={badge}
        empty={null}
      />
    </div>
  )
}

/** Through another reason each row says where its actor stands; the rest of it stays as it is. */
function Badge({ id }: { id: string }) {
  const { positions, scales } = useCooperationContext()
  const { standing: words } = useScaleWords(scales)
  return <StandingBadge standing={standingOf(positions, id)} words={words} />
}
