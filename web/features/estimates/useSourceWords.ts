import { useTranslation } from 'react-i18next'
import { FIGURES } from '#api/domain/figures'
import type { IndicatorKey } from '#contract/indicators'

/** Publishers as people know them; a source that nobody named keeps its own word. */
const PUBLISHERS: readonly (readonly [RegExp, string])[] = [
  [/^cnaf/, 'CNAF'],
  [/^filosofi/, 'Insee, Filosofi'],
  [/^rp-/, 'Insee, RP'],
]

/** A figure and its source in words. */
export function useSourceWords() {
  const { i18n } = useTranslation()
  return {
    figure: ({ figure }: Pick<IndicatorKey, 'figure'>): string => {
      const known = FIGURES[figure]
      return known ? (i18n.language.startsWith('en') ? known.en : known.fr) : figure
    },
    source: ({ source }: Pick<IndicatorKey, 'source'>): string =>
      PUBLISHERS.find(([says]) => says.test(source))?.[1] ?? source,
  }
}
