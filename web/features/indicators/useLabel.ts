import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator } from '#contract/indicators'
import { keepTogether } from '#web/i18n/spacing.ts'

/** What an indicator is called in the language of the page. */
export function useLabel(): (indicator: Pick<Indicator, 'labels'>) => string {
  const { i18n } = useTranslation()
  const isFrench = i18n.language === 'fr'
  return useCallback(({ labels }) => (isFrench ? keepTogether(labels.fr) : labels.en), [isFrench])
}
