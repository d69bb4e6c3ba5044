import type { RowProblem } from './import-draft.ts'
import { refusal, reservation, suggesting } from './import-remarks.ts'
import { readLine } from './import-text.ts'

/** An identifier as it was read; a problem that says `refused` refuses the row. */
export type ReadIdentifier = { value: string | null; problems: RowProblem[] }

const ABSENT: ReadIdentifier = { value: null, problems: [] }
const only = (problem: RowProblem): ReadIdentifier => ({ value: null, problems: [problem] })

/** Sum of digits, every second one from the right doubled (its own digits added): ISO/IEC 7812-1, annex B. */
function luhnSum(digits: string): number {
  return [...digits].reduceRight((sum, digit, i) => {
    const value = Number(digit) * ((digits.length - i) % 2 === 0 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

const LA_POSTE = '356000000'

/** Whether the check digit of a SIRET of fourteen digits holds. Establishments of La Poste have a rule of their own. */
export function siretChecks(siret: string): boolean {
  if (luhnSum(siret) % 10 === 0) return true
  const sum = [...siret].reduce((total, digit) => total + Number(digit), 0)
  return siret.startsWith(LA_POSTE) && sum % 5 === 0
}

/** `8.2454114801871E13`: a spreadsheet's notation, harmless when no digit was lost. */
const SCIENTIFIC = /^(\d)[.,](\d+)e\+?(\d+)$/i

/**
 * A SIRET as files write one. Fourteen zeros mean none. Scientific notation has lost digits for ever: the row is refused
 * (`siret_destroyed`), unless all fourteen are there. A wrong check digit is said and the value kept.
 */
export function readSiret(cell: unknown, field: string): ReadIdentifier {
  const text = readLine(cell, 60)
  if (text === null) return ABSENT
  const scientific = SCIENTIFIC.exec(text)
  if (scientific) {
    const [, first, decimals, power] = scientific
    if (Number(power) !== 13 || decimals!.length !== 13) return only(refusal('siret_destroyed', field, text))
    return checked(`${first}${decimals}`, field)
  }
  const digits = text.replace(/\.0$/, '').replace(/[\s.]/g, '')
  if (/^0*$/.test(digits)) return ABSENT
  if (/^\d{14}$/.test(digits)) return checked(digits, field)
  const padded = digits.padStart(14, '0')
  const isLost = /^\d{11,13}$/.test(digits) && siretChecks(padded)
  return only(
    isLost
      ? suggesting(reservation('leading_zero_lost', field, text), padded)
      : reservation('siret_invalid', field, text),
  )
}

const checked = (siret: string, field: string): ReadIdentifier => ({
  value: siret,
  problems: siretChecks(siret) ? [] : [reservation('siret_check_failed', field, siret)],
})

const coded =
  (form: RegExp) =>
  (cell: unknown, field: string): ReadIdentifier => {
    const text = readLine(cell, 60)?.toUpperCase() ?? null
    if (text === null) return ABSENT
    return form.test(text) ? { value: text, problems: [] } : only(reservation('code_unreadable', field, text))
  }

/** A FINESS number: nine figures, Corsica with its letter. */
export const readFiness = coded(/^[0-9AB]{9}$/)
/** A number of the national register of associations: `W751234567`, overseas `W9T1000001`. */
export const readRna = coded(/^W[0-9A-Z]{9}$/)
