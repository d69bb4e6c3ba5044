import { useTranslation } from 'react-i18next'

/** A share between 0 and 1 as a percentage of the language, « 33,4 % », with at most `digits` decimals. */
export function usePercent(digits = 1): (share: number) => string {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: digits })
  return (share) => format.format(share).replaceAll('\u202f', '\u00a0')
}
