import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Groups of figures stand apart by a whole space: the thin one that `Intl` puts in French can hardly be seen. */
const withWideSpaces = (text: string): string => text.replaceAll('\u202f', '\u00a0')

const UNITS = [
  ['byte', 1],
  ['kilobyte', 1e3],
  ['megabyte', 1e6],
] as const

const made = (language: string) => {
  const number = new Intl.NumberFormat(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const size = (count: number) => {
    const [unit, scale] = UNITS.findLast(([, from]) => count >= from) ?? UNITS[0]
    const how = {
      style: 'unit',
      unit,
      unitDisplay: count < 1e3 ? 'long' : 'short',
      maximumFractionDigits: 1,
    } as const
    return new Intl.NumberFormat(language, how).format(count / scale)
  }
  return {
    number: (value: number) => withWideSpaces(number.format(value)),
    day: (instant: string) => day.format(new Date(instant)),
    moment: (instant: string) => moment.format(new Date(instant)),
    bytes: (count: number) => withWideSpaces(size(count)),
    compare: (a: string, b: string) => collator.compare(a, b),
  }
}

type Format = ReturnType<typeof made>
/** Making one takes a millisecond, and a page of counts asks for hundreds. */
const formats = new Map<string, Format>()

/** Figures, days and order of words, in a language. Sizes are in powers of ten, as files are sold. */
export function formatIn(language: string): Format {
  const known = formats.get(language)
  if (known) return known
  const format = made(language)
  formats.set(language, format)
  return format
}

/** {@link formatIn} the language of the page. */
export function useFormat() {
  const { i18n } = useTranslation()
  return useMemo(() => formatIn(i18n.language), [i18n.language])
}
