import { useQuery } from '@tanstack/react-query'
import { runQuery, runsQuery } from '#web/features/estimates/estimates.queries.ts'
import { ReadingsView } from '#web/features/observations/ReadingsView.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useView } from '#web/useView.ts'
import { useContoursOf } from './useContoursOf.ts'

/** What people see and what figures say, side by side. */
export function Readings() {
  const territory = useTerritory()
  return territory ? <OnTerritory territoryId={territory.id} /> : null
}

function OnTerritory({ territoryId }: { territoryId: string }) {
  const [{ estimate, round, zone, reading }, change] = useView()
  const { data: runs } = useQuery(runsQuery())
  const done = runs?.items.filter(
    (run) => run.state === 'done' && (run.territoryId === null || run.territoryId === territoryId),
  )
  const chosen = done?.find(({ id }) => id === estimate) ?? done?.[0]
  const { data: run } = useQuery({ ...runQuery(chosen?.id ?? ''), enabled: chosen !== undefined })
  const contours = useContoursOf(territoryId, {
    level: run?.level ?? 'iris',
    vintage: run?.sources.claimants.vintage ?? '',
  })
  return (
    <ReadingsView
      territoryId={territoryId}
      runs={done}
      run={run}
      onRun={(id) => change({ estimate: id, zone: undefined })}
      contours={contours}
      round={round}
      onRound={(id) => change({ round: id })}
      reading={reading}
      onReading={(next) => change({ reading: next }, { replace: true })}
      zone={zone}
      onZone={(id) => change({ zone: id }, { replace: true })}
    />
  )
}
