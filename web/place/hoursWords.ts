const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
/** Any Monday. */
const MONDAY = Date.UTC(2024, 0, 1, 12)
const DAY = 86_400_000

/**
 * OSM opening hours with the days in a language: `mer. 14:00–18:00`. A rendering of what is written, not a reading of
 * it: a sign that has no word stays as it is.
 */
export function hoursInWords(text: string, language: string, closed: string, holidays: string): string {
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const days = Object.fromEntries(
    DAYS.map((day, index) => [day, name.format(new Date(MONDAY + index * DAY))]),
  )
  return text
    .replace(/\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => days[day]!)
    .replace(/\bPH\b/g, holidays)
    .replace(/\boff\b/g, closed)
    .replace(/(?<=\S)-(?=\S)/g, '–')
}
