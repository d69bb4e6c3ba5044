import { PathFinder } from '#web/features/ties/path/PathFinder.tsx'
import { useChange, useViewPart } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'

/** Through whom one may be introduced to an actor or to a public; the way stands out in the views. */
export function BeIntroduced() {
  const to = useViewPart((search) => search.to)
  const change = useChange()
  const { everyone, ties, publics, outreach, facilitators, scales, path, onPath, onSelect } =
    useCooperationContext()
  return (
    <PathFinder
      actors={everyone}
      ties={ties}
      publics={publics}
      outreach={outreach}
      facilitators={facilitators}
      teamId={scales.teamId}
      to={to}
      onTo={(next) => change({ to: next })}
      path={path}
      onPath={onPath}
      onActor={onSelect}
    />
  )
}
