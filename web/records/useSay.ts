import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatIn } from '#web/i18n/useFormat.ts'
import type { Option } from '#web/ui/Select.tsx'
import { type Involvement, isBlank, type RecordField } from './fields.ts'
import { momentIn } from './moment.ts'

const labelOf = (options: readonly Option[], value: string, gone: string) =>
  options.find((one) => one.value === value)?.label ?? gone

/** Says the value of a field as a reader would, in one text: for reading, histories and conflicts. */
export function useSay() {
  const { t, i18n } = useTranslation('records')
  const { language } = i18n
  return useCallback(
    <R>(field: RecordField<R>, value: unknown): string => {
      if (isBlank(value)) return ''
      const gone = t('gone')
      switch (field.as) {
        case 'text':
          return String(value)
        case 'moment':
          return momentIn(language, String(value))
        case 'day':
          return formatIn(language).day(String(value))
        case 'flag':
          return value === true ? field.yes : field.no
        case 'one':
          return labelOf(field.options, String(value), gone)
        case 'some':
          return (value as string[]).map((one) => labelOf(field.options, one, gone)).join(' · ')
        case 'actors':
          return (value as Involvement[])
            .map(({ actorId, role }) => {
              const name = field.actors.get(actorId)?.name ?? t('hiddenActor')
              return field.roles.length > 1 ? `${name} (${labelOf(field.roles, role, role)})` : name
            })
            .join(' · ')
        case 'communes':
          return (value as string[]).join(', ')
        case 'zones':
          return t('zonesCount', { count: (value as string[]).length })
        case 'own':
          return field.say(value as never)
      }
    },
    [t, language],
  )
}
