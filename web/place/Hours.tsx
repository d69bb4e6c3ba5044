import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import css from './Hours.module.css'
import { weekQuery } from './hours.queries.ts'
import { type Days, groupDays } from './week.ts'

/** This week's hours as a reader says them; the text as written when it cannot be read. */
export function Hours({ hours, today }: { hours: string; today: Date }) {
  const { t, i18n } = useTranslation('actors')
  const week = useQuery(weekQuery(hours, today))
  if (week.isError) return <p className={css.soft}>{t('card.hoursUnread', { hours })}</p>
  if (!week.data) return null
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long' })
  const days = ({ first, last }: Days) =>
    first === last ? weekday.format(first) : weekday.formatRange(first, last)
  const slots = ({ slots }: Days) =>
    slots.length === 0
      ? t('card.closed')
      : slots
          .map(({ from, to }) => (from === '00:00' && to === '24:00' ? t('card.allDay') : `${from} – ${to}`))
          .join(', ')
  return (
    <dl className={css.hours} aria-label={t('card.thisWeek')}>
      {groupDays(week.data).map((group) => (
        <div key={group.first.toISOString()} data-today={today >= group.first && today < endOf(group.last)}>
          <dt>{days(group)}</dt>
          <dd data-figures>{slots(group)}</dd>
        </div>
      ))}
    </dl>
  )
}

const endOf = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1)
