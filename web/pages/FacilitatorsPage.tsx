import { Facilitators } from '#web/features/facilitators/Facilitators.tsx'
import { useNames } from './records/useNames.ts'
import { useOpenRecord } from './records/useOpenRecord.ts'

/** What makes cooperating easier. */
export function FacilitatorsPage() {
  const names = useNames()
  return <Facilitators names={names} {...useOpenRecord()} />
}
