import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { speak, words } from '#web/i18n/language.ts'
import type { Language } from '#web/i18n/languages.ts'
import { rememberedTheme, setTheme, type Theme } from '#web/theme.ts'
import { useChange, useViewPart } from '#web/useView.ts'

/** The address may say a language, so that a link reads the same for whoever opens it. */
export function useAddressLanguage() {
  const lang = useViewPart((search) => search.lang)
  useEffect(() => {
    if (lang && lang !== words.language) speak(lang)
  }, [lang])
}

/** Language and appearance, and how to change them. */
export function useSettings() {
  const { i18n } = useTranslation()
  const change = useChange()
  const [theme, setChosen] = useState(rememberedTheme)
  return {
    language: i18n.language as Language,
    setLanguage: (language: Language) => {
      speak(language)
      change({ lang: language }, { replace: true })
    },
    theme,
    setTheme: (next: Theme) => {
      setTheme(next)
      setChosen(next)
    },
  }
}
