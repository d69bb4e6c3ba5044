import { Actions } from '#web/features/outreach/Actions.tsx'
import { useNames } from './records/useNames.ts'
import { useOpenRecord } from './records/useOpenRecord.ts'

/** Who goes to whom, with whom, where and when. */
export function OutreachPage() {
  const names = useNames()
  return <Actions names={names} {...useOpenRecord()} />
}
