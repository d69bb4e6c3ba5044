import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Filter } from './actors.queries.ts'
import { tidy } from './filter.ts'
import css from './filters.module.css'

const NEVER = 'any'
const dayOf = (date: Date) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Open now, or on one of the next seven days at an hour. */
export function OpenFilter({
  filter,
  open,
  onChange,
}: {
  filter: Filter
  /** How many are open now. */
  open: number | undefined
  onChange: (filter: Filter) => void
}) {
  const { t, i18n } = useTranslation('actors')
  const [day, time] = filter.openAt?.split('T') ?? []
  const [hour, setHour] = useState(time ?? '14:00')
  const words = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'short' })
  const days = Array.from({ length: 7 }, (_, index) => {
    const date = new Date()
    date.setDate(date.getDate() + index)
    return { value: dayOf(date), label: words.format(date) }
  })
  const past = day && !days.some(({ value }) => value === day)
  const setMoment = (nextDay: string | undefined, nextHour: string) => {
    setHour(nextHour)
    const { openNow: _, openAt: __, ...rest } = filter
    const isWhole = nextDay && /^\d\d:\d\d$/.test(nextHour)
    onChange(tidy({ ...rest, ...(isWhole && { openAt: `${nextDay}T${nextHour}` }) }))
  }
  return (
    <div className={css.moment}>
      <Switch
        isSelected={filter.openNow ?? false}
        onChange={(openNow) => onChange(tidy({ ...filter, openNow, openAt: undefined } as Filter))}
      >
        {open === undefined ? t('openNow') : t('openNowCount', { count: open })}
      </Switch>
      <div className={css.when}>
        <Select
          label={t('openOn')}
          options={[
            { value: NEVER, label: t('anyDay') },
            ...(past ? [{ value: day, label: words.format(new Date(day)) }] : []),
            ...days,
          ]}
          value={day ?? NEVER}
          onChange={(value) => setMoment(value === NEVER ? undefined : value, hour)}
        />
        <TextField type="time" label={t('atHour')} value={hour} onChange={(value) => setMoment(day, value)} />
      </div>
    </div>
  )
}
