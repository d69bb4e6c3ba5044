import { useNavigate } from '@tanstack/react-router'
import { CalendarView } from '#web/features/outreach/CalendarView.tsx'
import { useSelected, useView } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'

/** Who goes where and when, of the actors of the page. */
export default function Calendar() {
  const [{ table, week }, change] = useView()
  const navigate = useNavigate()
  const { filter, byId, onSelect } = useCooperationContext()
  return (
    <CalendarView
      filter={filter}
      actors={byId}
      week={week}
      onWeek={(next) => change({ week: next }, { replace: true })}
      selected={useSelected()}
      onSelect={onSelect}
      onMeeting={(record) => navigate({ to: '/cooperations/bodies', search: (now) => ({ ...now, record }) })}
      table={table ?? false}
    />
  )
}
