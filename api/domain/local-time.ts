const PARIS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** What clocks in metropolitan France show: `2026-11-24T18:30`. */
export const localTime = (now: Date): string => PARIS.format(now).replace(' ', 'T')

/** Minutes since Monday 00:00 of a local time, from 0 to 10,079. */
export function minuteOfWeek(local: string): number {
  const [day, time] = local.split('T') as [string, string]
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
  return weekday * 1440 + hours * 60 + minutes
}
