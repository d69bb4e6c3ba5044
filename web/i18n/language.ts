import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from './languages.ts'
import { resources } from './resources.ts'
import { spaced } from './spacing.ts'
import { formatIn } from './useFormat.ts'

const REMEMBERED = 'maillage.language'

const known = (value: string | null | undefined): Language | undefined =>
  LANGUAGES.find((language) => value?.toLowerCase().startsWith(language))

/** From the address, else what was chosen here before, else the browser's; French when none is known. */
export const firstLanguage = (search: string, storage: Pick<Storage, 'getItem'>, wanted: readonly string[]) =>
  known(new URLSearchParams(search).get('lang')) ??
  known(storage.getItem(REMEMBERED)) ??
  wanted.map(known).find((language) => language !== undefined) ??
  'fr'

export const words = createInstance()

/** Ready when it returns: the words of both languages are in the bundle. */
export function startWords(language: Language) {
  words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    defaultNS: 'common',
    ns: Object.keys(resources.fr),
    resources: { ...resources, fr: spaced(resources.fr) },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  words.services.formatter?.add('number', (value, lng) => formatIn(lng ?? language).number(value))
  document.documentElement.lang = language
}

export function speak(language: Language, storage: Pick<Storage, 'setItem'> = localStorage) {
  storage.setItem(REMEMBERED, language)
  document.documentElement.lang = language
  words.changeLanguage(language)
}
