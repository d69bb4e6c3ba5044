import { useNavigate } from '@tanstack/react-router'
import type { Search } from '#web/search.ts'
import { useView } from '#web/useView.ts'

/** Which record the address opens, how to open another, and the way from a record to an actor that it names. */
export function useOpenRecord() {
  const [{ record }, change] = useView()
  const navigate = useNavigate()
  return {
    opened: record,
    onOpen: (id: string | undefined) => change({ record: id }),
    onActor: (actor: string) =>
      void navigate({ to: '/cooperations', search: (now: Search) => ({ ...now, record: undefined, actor }) }),
  }
}
