import type { PersonTrace } from '#contract/privacy'

export type Where = PersonTrace['where']

/** What was found, by where it was, in the order of the answer. */
export const byPlace = (traces: readonly PersonTrace[]): [Where, PersonTrace[]][] => [
  ...Map.groupBy(traces, ({ where }) => where),
]

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const DAY = /^\d{4}-\d\d-\d\d($|T)/
/** Keys whose values are codes: the file has them, a reader does without. */
const CODES = ['id', 'kind', 'audience', 'typeId', 'approximate', 'point']

/** The texts that a value holds, whatever its shape: no identifier, no code, and days as days. */
export function textsOf(value: unknown, day: (instant: string) => string): string[] {
  if (value === null || value === undefined || typeof value === 'boolean') return []
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => (CODES.includes(key) ? [] : textsOf(one, day)))
  const text = String(value)
  if (UUID.test(text)) return []
  return [DAY.test(text) ? day(text) : text]
}

/** Hands a value over as a file, made here: what is personal goes through no other request. */
export function download(name: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
