import { Button } from 'react-aria-components'
import type { Occurrence } from '#contract/outreach'
import type { ActorName } from '#web/records/fields.ts'
import { classes } from '#web/ui/classes.ts'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './going.module.css'
import type { CalendarWords } from './useCalendarWords.ts'
import type { Meeting } from './week-plan.ts'

const SHOWN = 3

export type Calendared = {
  actors: ReadonlyMap<string, ActorName>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  words: CalendarWords
}

/** Somebody who goes somewhere: pressing it selects the actor in every view. */
export function GoingCard({
  occurrence,
  isRest = false,
  meanwhile = [],
  actors,
  selected,
  onSelect,
  words,
}: Calendared & {
  occurrence: Occurrence
  /** It began earlier in the day. */
  isRest?: boolean
  /** What goes on nearby at the same time. */
  meanwhile?: readonly Occurrence[]
}) {
  const { t } = words
  const { actorIds, name } = occurrence
  const who = actorIds.flatMap((id) => actors.get(id) ?? [])
  const isSelected = selected !== undefined && actorIds.includes(selected)
  const time = isRest ? t('until', { end: words.hour(occurrence.end) }) : words.hours(occurrence)
  const beside = meanwhile.length > 0 && t('together', { names: meanwhile.map((one) => one.name).join(', ') })
  const [first] = who
  return (
    <Button
      className={classes(css.card, isRest && css.rest, isSelected && css.selected)}
      aria-pressed={isSelected}
      isDisabled={!first}
      onPress={() => onSelect(isSelected ? undefined : first?.id)}
    >
      <span className={css.time} data-figures>
        {time}
      </span>
      <span className={css.name}>
        <span className={css.symbols}>
          {who.slice(0, SHOWN).map(({ id, family }) => (
            <FamilySymbol key={id} family={family} size={22} />
          ))}
        </span>
        {name}
      </span>
      {!isRest && <span className={css.place}>{words.place(occurrence)}</span>}
      {!isRest && beside && (
        <span className={css.beside} title={beside}>
          <Icon name="layers" size={16} />
          <span aria-hidden="true">{t('togetherBrief')}</span>
          <span className="visually-hidden">{beside}</span>
        </span>
      )}
    </Button>
  )
}

/** A body that meets: another mark, and the word. */
export function MeetingCard({
  meeting,
  onMeeting,
  words,
}: {
  meeting: Meeting['meeting']
  onMeeting: ((bodyId: string) => void) | undefined
  words: CalendarWords
}) {
  return (
    <Button
      className={classes(css.card, css.meeting)}
      isDisabled={!onMeeting}
      onPress={() => onMeeting?.(meeting.bodyId)}
    >
      <span className={css.time} data-figures>
        <Icon name="people" size={16} /> {words.t('meeting')} · {words.hour(meeting.start)}
      </span>
      <span className={css.name}>{meeting.name}</span>
      {meeting.place && <span className={css.place}>{meeting.place}</span>}
    </Button>
  )
}
