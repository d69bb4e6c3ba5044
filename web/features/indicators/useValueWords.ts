import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator, ZoneValue } from '#contract/indicators'
import { useFormat } from '#web/i18n/useFormat.ts'

type Unit = Indicator['unit']
const DIGITS: Record<Unit, number> = {
  persons: 0,
  households: 0,
  dwellings: 0,
  euro: 0,
  euro_year: 0,
  percent: 1,
  times: 1,
}

/** A value with its unit, « 23,1 % », and what stands where there is none. */
export function useValueWords() {
  const { t } = useTranslation('indicators')
  const format = useFormat()
  return useMemo(() => {
    const number = (value: number, unit: Unit) => {
      const scale = 10 ** DIGITS[unit]
      return format.number(Math.round(value * scale) / scale)
    }
    const words = (value: number, unit: Unit) =>
      t(`value.${unit}`, { value: number(value, unit), count: value })
    return {
      number,
      words,
      /** The value of a zone, or why it has none. */
      ofZone: ({ value, status }: Pick<ZoneValue, 'value' | 'status'>, unit: Unit) =>
        value === null ? t(`status.${status}`) : words(value, unit),
    }
  }, [t, format])
}
