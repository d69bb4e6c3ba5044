import type { Calendar } from '#contract/outreach'
import { Button } from '#web/ui/Button.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { Calendared } from './GoingCard.tsx'
import css from './WeekTable.module.css'
import { dayAfter, keyOf } from './week-plan.ts'

/** The week as a table in order of time: the twin of the grid. */
export function WeekTable({
  calendar,
  actors,
  selected,
  onSelect,
  onMeeting,
  words,
}: Calendared & { calendar: Calendar; onMeeting: ((bodyId: string) => void) | undefined }) {
  const { t } = words
  const goings = calendar.occurrences.map((one) => ({
    key: keyOf(one),
    start: one.start,
    hours: words.hours(one),
    name: one.name,
    where: words.place(one),
    who: one.actorIds.flatMap((id) => actors.get(id) ?? []),
    body: undefined as string | undefined,
  }))
  const meetings = calendar.meetings.map((one) => ({
    key: one.bodyId,
    start: one.start,
    hours: words.hour(one.start),
    name: `${t('meeting')} · ${one.name}`,
    where: one.place ?? '',
    who: [],
    body: one.bodyId,
  }))
  const rows = [...goings, ...meetings].sort((one, other) =>
    one.start < other.start ? -1 : one.start > other.start ? 1 : 0,
  )
  return (
    <Table caption={words.week(calendar.from, dayAfter(calendar.from, 6))} captionHidden>
      <thead>
        <tr>
          {(['day', 'hours', 'what', 'who', 'where'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, start, hours, name, where, who, body }) => (
          <tr key={key}>
            <td>{words.dayName(start)}</td>
            <td className={css.when}>{hours}</td>
            <th scope="row">
              {body && onMeeting ? (
                <Button look="quiet" className={css.cell ?? ''} onPress={() => onMeeting(body)}>
                  {name}
                </Button>
              ) : (
                name
              )}
            </th>
            <td>
              {who.map((actor) => (
                <Button
                  key={actor.id}
                  look="quiet"
                  className={css.cell ?? ''}
                  aria-pressed={actor.id === selected}
                  onPress={() => onSelect(actor.id === selected ? undefined : actor.id)}
                >
                  {actor.name}
                </Button>
              ))}
            </td>
            <td>{where}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
