import type { Calendar } from '#contract/outreach'
import css from './calendar.module.css'
import { type Calendared, GoingCard, MeetingCard } from './GoingCard.tsx'
import { BANDS, keyOf, planOf, sameTime } from './week-plan.ts'

/** Seven days side by side, by part of the day; one under the other where there is no room. */
export function WeekGrid({
  calendar,
  today,
  onMeeting,
  ...shared
}: Calendared & {
  calendar: Calendar
  today: string
  onMeeting: ((bodyId: string) => void) | undefined
}) {
  const { words } = shared
  const meanwhile = sameTime(calendar.occurrences)
  return (
    <div className={css.week}>
      <div className={css.bands} aria-hidden="true">
        {BANDS.map((band) => (
          <span key={band}>{words.t(`band.${band}`)}</span>
        ))}
      </div>
      {planOf(calendar).map(({ day, bands }) => (
        <section key={day} className={css.day} data-today={day === today} aria-label={words.dayName(day)}>
          <h4>
            <span className={css.short} aria-hidden="true">
              {words.shortDay(day)}
            </span>
            <span className={css.long}>{words.dayName(day)}</span>
          </h4>
          {BANDS.map((band) => (
            <div key={band} className={css.band} data-empty={bands[band].length === 0}>
              <h5>{words.t(`band.${band}`)}</h5>
              {bands[band].length === 0 && <p className={css.nothing}>{words.t('nothing')}</p>}
              <ul>
                {bands[band].map((item) =>
                  item.kind === 'meeting' ? (
                    <li key={item.meeting.bodyId}>
                      <MeetingCard meeting={item.meeting} onMeeting={onMeeting} words={words} />
                    </li>
                  ) : (
                    <li key={keyOf(item.occurrence)}>
                      <GoingCard
                        {...shared}
                        occurrence={item.occurrence}
                        isRest={item.isRest}
                        meanwhile={meanwhile.get(keyOf(item.occurrence)) ?? []}
                      />
                    </li>
                  ),
                )}
              </ul>
            </div>
          ))}
          <p className={css.silentDay}>{words.t('nothingDay')}</p>
        </section>
      ))}
    </div>
  )
}
