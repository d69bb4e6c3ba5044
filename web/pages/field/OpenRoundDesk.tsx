import { useEffect } from 'react'
import type { Round } from '#contract/observations'
import type { Named } from '#web/features/observations/form/fields.ts'
import { ObserveForm } from '#web/features/observations/form/ObserveForm.tsx'
import { forgetOthers, useKept } from '#web/features/observations/kept.ts'
import { OwnList } from '#web/features/observations/OwnList.tsx'
import { useView } from '#web/useView.ts'

/** While a round is open: what one puts down, and what this device has put down already. */
export function OpenRoundDesk({
  round,
  rounds,
  owner,
  groups,
  publics,
}: {
  round: Round
  rounds: readonly Round[]
  /** Account and workspace: what this device keeps is theirs. */
  owner: string
  groups: readonly Named[]
  publics: readonly Named[]
}) {
  const [{ contest }, change] = useView()
  const keeping = useKept(owner, round.id)
  const open = rounds.flatMap(({ id, revealedAt }) => (revealedAt ? [] : [id])).join()
  useEffect(() => forgetOthers(owner, open.split(',')), [owner, open])
  return (
    <>
      <ObserveForm
        key={contest}
        roundId={round.id}
        keeping={keeping}
        contest={contest}
        onContested={() => contest && change({ contest: undefined }, { replace: true })}
        groups={groups}
        publics={publics}
      />
      <OwnList keeping={keeping} groups={groups} />
    </>
  )
}
