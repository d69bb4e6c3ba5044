import { ReasonsView } from '#web/features/assessments/ReasonsView.tsx'
import { useSelected } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'
import { useJudging } from '../useJudging.ts'

/** For what each actor of the page could help. */
export default function Reasons() {
  const { actors, onSelect } = useCooperationContext()
  const selected = useSelected()
  return <ReasonsView {...useJudging()} actors={actors} selected={selected} onSelect={onSelect} />
}
