import { CirclesView } from '#web/features/ties/circles/CirclesView.tsx'
import { useSelected, useViewPart } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'

/** Who is near to our team, and who is far, among the actors of the page. */
export default function Circles() {
  const table = useViewPart((search) => search.table)
  const selected = useSelected()
  const { actors, others, ties, scales, onSelect, may } = useCooperationContext()
  return (
    <CirclesView
      actors={actors}
      others={others}
      ties={ties}
      teamId={scales.teamId}
      selected={selected}
      onSelect={onSelect}
      mayWrite={may.write}
      table={table}
    />
  )
}
