import { useCallback } from 'react'
import { ActorList } from '#web/features/actors/ActorList.tsx'
import { SortSelect } from '#web/features/actors/ListHead.tsx'
import { useScaleWords } from '#web/features/assessments/useScaleWords.ts'
import { useView } from '#web/useView.ts'
import { StandingBadge } from '../StandingBadge.tsx'
import { standingOf } from '../standings.ts'
import { useCooperationContext } from '../useCooperation.ts'
import css from './ListView.module.css'

/** The actors as a list, each with where it stands: the twin of the map. */
export default function ListView() {
  const [search, change] = useView()
  const { filter, positions, scales, selected, onSelect } = useCooperationContext()
  const { standing: words } = useScaleWords(scales)
  const sort = search.sort ?? 'relevance'
  const badge = useCallback(
    (id: string) => <StandingBadge standing={standingOf(positions, id)} words={words} />,
    [positions, words],
  )
  return (
    <div className={css.view}>
      <div className={css.head}>
        <SortSelect
          hasText={Boolean(filter.q)}
          sort={sort}
          onChange={(next) => change({ sort: next }, { replace: true })}
        />
      </div>
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
