/** Numbers and phone numbers begin with a sign and are harmless. */
const NUMBER_OR_PHONE = /^[+-]?[\d\s().,/\u00a0\u202f-]+$/
/** What a spreadsheet would run, behind spaces of any kind; the full-width signs count too. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/

const harmlessLine = (line: string): string =>
  FORMULA.test(line) && !NUMBER_OR_PHONE.test(line.trim()) ? `'${line}` : line

/** A text that a spreadsheet shows instead of computing: a quote goes before each line that looks like a formula. */
export const harmless = (text: string): string =>
  /[\r\n]/.test(text)
    ? text
        .split(/(\r\n|\r|\n)/)
        .map(harmlessLine)
        .join('')
    : harmlessLine(text)

/** One cell of a CSV, quoted when it must be. A number keeps its point. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = harmless(value)
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
