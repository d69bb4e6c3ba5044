import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ActionCards } from '#web/features/outreach/ActionCards.tsx'
import { Actions } from '#web/features/outreach/Actions.tsx'
import { CalendarView } from '#web/features/outreach/CalendarView.tsx'
import {
  BANDS,
  bandsOf,
  keyOf,
  mondayOf,
  planOf,
  sameTime,
} from '#web/features/outreach/calendar/week-plan.ts'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTION, ACTORS, idOf, NAMES, occurrence } from './records-sample.ts'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const nothing = () => {}
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))
const CALENDAR = {
  from: '2026-11-23',
  to: '2026-11-30',
  occurrences: [
    occurrence(1, '2026-11-23T09:30', '2026-11-23T12:00'),
    occurrence(2, '2026-11-24T16:00', '2026-11-24T19:00'),
    occurrence(3, '2026-11-24T20:00', '2026-11-25T01:00', { actorIds: [idOf(2)] }),
  ],
  meetings: [{ bodyId: idOf(50), name: 'Conseil local', start: '2026-11-24T14:00', place: 'Mairie' }],
  unscheduled: [],
}

it('[PTN12] a time stands in every part of the day that it covers, and only its first says it begins', () => {
  const covers = (start: string, end: string) =>
    bandsOf({ start: `2026-11-24T${start}`, end: `2026-11-${end.length > 5 ? end : `24T${end}`}` })
  expect(covers('09:30', '12:00')).toEqual(['morning'])
  expect(covers('09:00', '18:30')).toEqual(['morning', 'afternoon', 'evening'])
  expect(covers('20:00', '25T01:00')).toEqual(['evening', 'night'])
  expect(covers('02:00', '05:00')).toEqual(['night'])
  const tuesday = planOf(CALENDAR)[1]!
  expect(tuesday.bands.afternoon.map(({ kind }) => kind)).toEqual(['meeting', 'going'])
  expect(tuesday.bands.evening.map((item) => item.kind === 'going' && item.isRest)).toEqual([true, false])
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
})

it('[PTN13] whatever the week, each time begins once in the plan and nothing else is there', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const times = fc.array(
    fc.record({ day: fc.integer({ min: 23, max: 29 }), hour, lasts: fc.integer({ min: 1, max: 12 }) }),
  )
  fc.assert(
    fc.property(times, (list) => {
      const occurrences = list.map(({ day, hour, lasts }, stop) => {
        const at = (hours: number) => new Date(Date.UTC(2026, 10, day, hours)).toISOString().slice(0, 16)
        return occurrence(stop, at(hour), at(hour + lasts))
      })
      const items = planOf({ ...CALENDAR, occurrences, meetings: [] }).flatMap(({ bands }) =>
        BANDS.flatMap((band) => bands[band]),
      )
      const begins = items.flatMap((item) =>
        item.kind === 'going' && !item.isRest ? [keyOf(item.occurrence)] : [],
      )
      expect(begins.sort()).toEqual(occurrences.map(keyOf).sort())
    }),
  )
})

it('[PTN14] two are there at the same time when their times cross nearby, whichever one looks from', () => {
  const point = (lng: number) => ({ type: 'Point' as const, coordinates: [lng, 50] as [number, number] })
  const day = (stop: number, from: string, to: string, more = {}) =>
    occurrence(stop, `2026-11-24T${from}`, `2026-11-24T${to}`, more)
  const one = day(1, '09:00', '12:00')
  const crosses = day(2, '11:00', '13:00')
  const after = day(3, '12:00', '13:00')
  const elsewhere = day(4, '09:00', '12:00', { communeCode: '59009' })
  const nowhere = day(5, '09:00', '12:00', { communeCode: null })
  const found = sameTime([one, crosses, after, elsewhere, nowhere])
  expect(found.get(keyOf(one))).toEqual([crosses])
  expect(found.get(keyOf(crosses))).toEqual([one, after])
  expect(found.get(keyOf(after))).toEqual([crosses])
  expect(found.has(keyOf(elsewhere)) || found.has(keyOf(nowhere))).toBe(false)
  const [here, far] = [
    day(6, '09:00', '12:00', { point: point(3) }),
    day(7, '09:00', '12:00', { point: point(3.1) }),
  ]
  expect(sameTime([here, far]).size).toBe(0)
})

const week = (table: boolean, onSelect: (id: string | undefined) => void = nothing) => {
  vi.stubGlobal('fetch', serverSaying({ ...answersFor('participant'), 'GET /api/calendar': CALENDAR }).fetch)
  renderAt('/', () => (
    <CalendarView
      filter={{}}
      actors={ACTORS}
      week="2026-11-23"
      onWeek={nothing}
      selected={undefined}
      onSelect={onSelect}
      table={table}
    />
  ))
}

it('[PTN15] the calendar selects by press, says what goes on meanwhile and where nothing is known', async () => {
  const onSelect = vi.fn()
  week(false, onSelect)
  const monday = await screen.findByRole('region', { name: 'lundi 23 novembre' })
  fireEvent.click(within(monday).getByRole('button', { name: /Passage 1/ }))
  expect(onSelect).toHaveBeenCalledWith(idOf(1))
  expect(within(monday).getAllByText('rien de connu')).toHaveLength(3)
  expect(screen.getByText(/nous ne savons pas/)).toBeTruthy()
})

it('[PTN16] the twin table holds every time and every meeting of the week, in order', async () => {
  week(true)
  const rows = within(await screen.findByRole('table')).getAllByRole('rowheader')
  expect(rows.map((row) => row.textContent)).toEqual([
    'Passage 1',
    'Instance · Conseil local',
    'Passage 2',
    'Passage 3',
  ])
})

it('[PTN17] cards show actions of several actors and those to come, with their four conditions', () => {
  const joint = {
    ...ACTION,
    id: idOf(41),
    name: 'Ensemble',
    actors: [...ACTION.actors, { actorId: idOf(2), role: 'partner' as const }],
    conditions: { initiative: { state: 'acquired' as const, owner: null, due: null } },
  }
  const idea = { ...ACTION, id: idOf(42), name: 'À venir', state: 'idea' as const, actors: [] }
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
  renderAt('/', () => (
    <ActionCards
      outreach={[joint, idea, ACTION]}
      actors={ACTORS}
      selected={undefined}
      onSelect={nothing}
      onOpen={nothing}
    />
  ))
  return screen.findByRole('list', { name: 'Actions à plusieurs' }).then((cards) => {
    expect(within(cards).queryByText(ACTION.name)).toBeNull()
    expect(within(cards).getByText(/pas encore regardées/)).toBeTruthy()
    const conditions = within(cards).getByRole('list', { name: 'Conditions' })
    expect(within(conditions).getAllByText('pas regardé')).toHaveLength(3)
    expect(within(conditions).getAllByText('acquis')).toHaveLength(1)
  })
})

const openAction = (more: Record<string, unknown> = {}) => {
  const said = serverSaying({ ...answersFor('contributor'), 'GET /api/outreach': [ACTION], ...more })
  vi.stubGlobal('fetch', said.fetch)
  renderAt('/', () => <Actions names={NAMES} opened={ACTION.id} onOpen={nothing} onActor={nothing} />)
  return said
}

it('[PTN18] the four questions stand on every action, and one without an answer says so', async () => {
  openAction()
  const questions = await screen.findByRole('region', { name: 'Quatre questions avant d’y aller' })
  for (const words of [
    'Qui serait exclu par notre façon de faire ?',
    'Jusqu’où, et qui peut nous dire stop ?',
    'Que ferons-nous de ce qui ne rentre pas dans nos cases ?',
    'Comment la personne refuse-t-elle, et que garde-t-on d’un refus ?',
  ])
    expect(questions.textContent?.replace(/\s/g, ' ')).toContain(words)
  expect(within(questions).getAllByText(/Sans réponse/)).toHaveLength(4)
})

it('[PTN19] a stop is saved once it is called something, and asks for no point', async () => {
  const { asked } = openAction({ [`PATCH /api/outreach/${ACTION.id}`]: { record: ACTION, seq: 4 } })
  fireEvent.click(await screen.findByRole('button', { name: /Où et quand$/ }))
  expect(screen.getByText(/la commune suffit/)).toBeTruthy()
  const field = screen.getByRole('textbox', { name: 'Lieu' })
  fireEvent.blur(field)
  expect(writes(asked)).toEqual([])
  fireEvent.change(field, { target: { value: 'Place du marché' } })
  fireEvent.blur(field)
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  expect(writes(asked)[0]?.body).toMatchObject({
    set: { stops: [{ label: 'Place du marché', point: null, communeCode: null, hours: null }] },
  })
})
