import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calendar } from '#contract/outreach'
import { communeNamesQuery } from '#web/place/communes.queries.ts'
import { hourIn } from '#web/records/moment.ts'

/** A local day as a date that any zone shows alike. */
const at = (day: string) => new Date(`${day.slice(0, 10)}T12:00Z`)

/** How days, hours and places of a calendar are said. */
export function useCalendarWords(calendar: Calendar | undefined) {
  const { t, i18n } = useTranslation('calendar')
  const codes = useMemo(() => {
    const stops = [...(calendar?.occurrences ?? []), ...(calendar?.unscheduled ?? [])]
    return [...new Set(stops.flatMap(({ communeCode }) => communeCode ?? []))].sort()
  }, [calendar])
  const communes = useQuery(communeNamesQuery(codes)).data
  return useMemo(() => {
    const { language } = i18n
    const weekday = new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    const short = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
    const whole = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
    const hour = (local: string) => hourIn(language, local)
    return {
      t,
      hour,
      hours: ({ start, end }: { start: string; end: string }) =>
        t('hours', { start: hour(start), end: hour(end) }),
      /** « mardi 24 novembre », « mar. 24 ». */
      dayName: (local: string) => weekday.format(at(local)),
      shortDay: (local: string) => short.format(at(local)),
      /** « 23–29 novembre 2026 ». */
      week: (from: string, last: string) => whole.formatRange(at(from), at(last)),
      /** The commune first, then the landmark, each once. */
      place: ({ label, communeCode }: { label: string | null; communeCode: string | null }) => {
        const commune = communeCode && (communes?.get(communeCode) ?? communeCode)
        return [...new Set([commune, label])].filter(Boolean).join(', ')
      },
    }
  }, [t, i18n, communes])
}
export type CalendarWords = ReturnType<typeof useCalendarWords>
