import { Publics } from '#web/features/publics/Publics.tsx'
import { useOpenRecord } from './records/useOpenRecord.ts'

/** For whom one reaches out. */
export function PublicsPage() {
  const { opened, onOpen } = useOpenRecord()
  return <Publics opened={opened} onOpen={onOpen} />
}
