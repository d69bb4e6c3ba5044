import { Bodies } from '#web/features/bodies/Bodies.tsx'
import { useNames } from './records/useNames.ts'
import { useOpenRecord } from './records/useOpenRecord.ts'

/** Where actors sit together. */
export function BodiesPage() {
  const names = useNames()
  return <Bodies names={names} {...useOpenRecord()} />
}
