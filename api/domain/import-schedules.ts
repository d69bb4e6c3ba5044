import { type DayHours, readDayHours } from './import-hours.ts'

type Week = DayHours['intervals'][]
type Values = Record<string, unknown>

const emptyWeek = (): Week => Array.from({ length: 7 }, () => [])

/** `09:00:00`, `9:00`, `09:00Z` → `09:00`; empty when it is no time. */
const clock = (value: unknown): string => /^\d{1,2}:\d{2}/.exec(String(value ?? '').trim())?.[0] ?? ''

const FRENCH_DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const RRULE_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Puts slots on days; null when one cannot be read. Slots of the same day are read together: they may touch. */
function weekOf(slots: { days: number[]; text: string }[]): Week | null {
  const cells = Array.from({ length: 7 }, () => [] as string[])
  for (const { days, text } of slots) for (const day of days) cells[day]!.push(text)
  const week = cells.map((texts) => readDayHours(texts.join(' / ')))
  return week.some(({ unreadable }) => unreadable !== null) ? null : week.map(({ intervals }) => intervals)
}

/**
 * `plage_ouverture` of the directory of the administration: from a day to a day, two slots at most.
 *
 * @returns minutes day by day, Monday first; null when a day or an hour cannot be read
 */
export function weekOfRanges(ranges: readonly Values[]): Week | null {
  const slots: { days: number[]; text: string }[] = []
  for (const range of ranges) {
    const first = FRENCH_DAYS.indexOf(String(range.nom_jour_debut ?? '').toLowerCase())
    const named = String(range.nom_jour_fin ?? '').toLowerCase()
    const last = named === '' ? first : FRENCH_DAYS.indexOf(named)
    if (first < 0 || last < first) return null
    const days = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    for (const n of [1, 2]) {
      const [from, to] = [clock(range[`valeur_heure_debut_${n}`]), clock(range[`valeur_heure_fin_${n}`])]
      if (from !== '' && to !== '') slots.push({ days, text: `${from} - ${to}` })
    }
  }
  return slots.length === 0 ? emptyWeek() : weekOf(slots)
}

/** Members of an HSDS schedule that make it more than « every week on these days ». */
const BEYOND_WEEKS = ['until', 'count', 'byweekno', 'bymonthday', 'byyearday', 'valid_to'] as const

/**
 * Schedules of HSDS 3 (RRULE of RFC 5545, member by member) that are plainly weekly.
 *
 * @returns minutes day by day, Monday first; null when one says more than that, or cannot be read
 */
export function weekOfRules(rules: readonly Values[]): Week | null {
  const slots: { days: number[]; text: string }[] = []
  for (const rule of rules) {
    const isPlain =
      rule.freq === 'WEEKLY' &&
      Number(rule.interval ?? 1) === 1 &&
      BEYOND_WEEKS.every((member) => (rule[member] ?? '') === '')
    const days = String(rule.byday ?? '')
      .split(',')
      .map((day) => RRULE_DAYS.indexOf(day.trim()))
    if (!isPlain || days.includes(-1)) return null
    slots.push({ days, text: `${clock(rule.opens_at)} - ${clock(rule.closes_at)}` })
  }
  return weekOf(slots)
}
