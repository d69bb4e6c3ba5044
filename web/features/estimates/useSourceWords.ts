import { useTranslation } from 'react-i18next'
import { FIGURES } from '#api/domain/figures'
import { publisherOf } from '#api/domain/publishers'
import type { IndicatorKey } from '#contract/indicators'

/** A figure and its source in words. */
export function useSourceWords() {
  const { i18n } = useTranslation()
  return {
    figure: ({ figure }: Pick<IndicatorKey, 'figure'>): string => {
      const known = FIGURES[figure]
      return known ? (i18n.language.startsWith('en') ? known.en : known.fr) : figure
    },
    source: ({ source }: Pick<IndicatorKey, 'source'>): string => publisherOf(source),
  }
}
