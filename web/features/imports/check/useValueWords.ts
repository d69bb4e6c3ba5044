import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { typesQuery } from '../imports.queries.ts'

const LONGEST = 160

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null

/** A thing in a list, in one line: a contact by its value, a place by its address, a public by itself. */
function lineOf(item: unknown): string {
  if (!isThing(item)) return String(item)
  const { value, name, label, address, postcode, communeName, approach } = item
  const parts = [value, name, label, address, [postcode, communeName].filter(Boolean).join(' '), approach]
  return parts.filter(Boolean).join(', ')
}

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** How the fields of a row and their values are said: what an import found is not always an actor's. */
export function useValueWords() {
  const { t, i18n } = useTranslation(['imports', 'actors', 'mapping'])
  const { data: types = [] } = useQuery(typesQuery)
  const language = i18n.language.startsWith('en') ? 'en' : 'fr'
  const typeOf = (id: string) => types.find((type) => type.id === id)?.labels[language] ?? id

  const fieldName = (field: string): string => {
    const space = (['actors', 'mapping'] as const).find((ns) => i18n.exists(`field.${field}`, { ns }))
    return space ? t(`${space}:field.${field}` as 'mapping:field.name') : field
  }

  const valueWords = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('rows.nothing')
    if (field === 'typeId') return typeOf(String(value))
    if (Array.isArray(value)) {
      if (value.length === 0) return t('rows.nothing')
      const lines = value.map((item) => (field === 'secondaryTypeIds' ? typeOf(String(item)) : lineOf(item)))
      return short(lines.filter(Boolean).join(' · ')) || t('rows.items', { count: value.length })
    }
    if (isThing(value)) return short(lineOf(value)) || t('rows.items', { count: Object.keys(value).length })
    return short(String(value))
  }
  return { fieldName, valueWords }
}
