import { MatrixView } from '#web/features/assessments/MatrixView.tsx'
import { useSelected, useViewPart } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'
import { useJudging } from '../useJudging.ts'

/** Need × possibility of the actors of the page. */
export default function Matrix() {
  const table = useViewPart((search) => search.table)
  const selected = useSelected()
  const { actors, positions, onSelect } = useCooperationContext()
  return (
    <MatrixView
      {...useJudging()}
      actors={actors}
      positions={positions}
      selected={selected}
      onSelect={onSelect}
      table={table ?? false}
    />
  )
}
