import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import css from './calendar.module.css'
import type { CalendarWords } from './useCalendarWords.ts'
import { dayAfter } from './week-plan.ts'

/** Which week is shown, and the way to the others. */
export function WeekBar({
  week,
  thisWeek,
  onWeek,
  words,
}: {
  week: string
  thisWeek: string
  onWeek: (week: string | undefined) => void
  words: CalendarWords
}) {
  const { t } = words
  const go = (days: number) => {
    const next = dayAfter(week, days)
    onWeek(next === thisWeek ? undefined : next)
  }
  return (
    <div className={css.bar}>
      <IconButton icon="chevronLeft" label={t('previous')} onPress={() => go(-7)} />
      <h3 aria-live="polite">{words.week(week, dayAfter(week, 6))}</h3>
      <IconButton icon="chevronRight" label={t('next')} onPress={() => go(7)} />
      {week !== thisWeek && (
        <Button look="quiet" icon="calendar" onPress={() => onWeek(undefined)}>
          {t('today')}
        </Button>
      )}
      <p className={css.silence}>
        <span className={css.swatch} aria-hidden="true" />
        {t('silence')}
      </p>
    </div>
  )
}
