import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActorFilter } from '#contract/actors'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import type { ActorName } from '#web/records/fields.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './calendar/calendar.module.css'
import { calendarQuery } from './calendar/calendar.queries.ts'
import { useCalendarWords } from './calendar/useCalendarWords.ts'
import { WeekBar } from './calendar/WeekBar.tsx'
import { WeekGrid } from './calendar/WeekGrid.tsx'
import { WeekTable } from './calendar/WeekTable.tsx'
import { mondayOf } from './calendar/week-plan.ts'

/** The day here, `2026-11-23`, whatever UTC says. */
const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

/** Who goes where, and when: one week of the actors of a filter, with the bodies that meet. */
export function CalendarView({
  filter,
  actors,
  week,
  onWeek,
  selected,
  onSelect,
  onMeeting,
  table = false,
}: {
  filter: Partial<ActorFilter>
  /** Everyone that may be named. */
  actors: ReadonlyMap<string, ActorName>
  /** A Monday; this week when it is absent. */
  week: string | undefined
  /** `undefined`: this week. */
  onWeek: (week: string | undefined) => void
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  /** Opens a body that meets. */
  onMeeting?: (bodyId: string) => void
  /** The table instead of the grid. */
  table?: boolean
}) {
  const say = useErrorWords()
  const [today] = useState(() => localDay(new Date()))
  const thisWeek = mondayOf(today)
  const monday = week ? mondayOf(week) : thisWeek
  const { data: calendar, error, refetch } = useQuery(calendarQuery(filter, monday))
  const words = useCalendarWords(calendar)
  const { t } = words
  const shared = { actors, selected, onSelect, onMeeting, words }
  return (
    <div className={css.calendar}>
      <WeekBar week={monday} thisWeek={thisWeek} onWeek={onWeek} words={words} />
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : !calendar ? (
        <Spinner label={t('loading')} />
      ) : calendar.occurrences.length + calendar.meetings.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>
      ) : table ? (
        <WeekTable calendar={calendar} {...shared} />
      ) : (
        <WeekGrid calendar={calendar} today={today} {...shared} />
      )}
      {calendar && calendar.unscheduled.length > 0 && (
        <details className={css.unscheduled}>
          <summary>{t('unscheduled', { count: calendar.unscheduled.length })}</summary>
          <ul>
            {calendar.unscheduled.map((stop) => (
              <li key={stop.stopId}>
                <p>
                  <strong>{stop.name}</strong> · {words.place(stop)}
                </p>
                {stop.actorIds.map((id) => (
                  <ActorLabel
                    key={id}
                    actor={actors.get(id)}
                    onPress={actors.has(id) ? () => onSelect(id) : undefined}
                  />
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
