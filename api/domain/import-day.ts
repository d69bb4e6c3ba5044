import { readDay, readLine } from './import-text.ts'

/** A calendar day written `2025-02-14` or `14/02/2025`, alone or at the head of an instant; null otherwise. */
export function readEitherDay(value: unknown): string | null {
  const french = /^(\d\d)\/(\d\d)\/(\d{4})(?:$|[T ])/.exec(readLine(value, 60) ?? '')
  return readDay(french ? `${french[3]}-${french[2]}-${french[1]}` : value)
}
