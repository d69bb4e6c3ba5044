import { useTranslation } from 'react-i18next'
import { PUBLICS } from '#contract/nomenclature'
import { PUBLIC_FLAGS, type TargetPublic } from '#contract/target-publics'
import type { RecordField } from '#web/records/fields.ts'
import { FlagSign } from './FlagSigns.tsx'
import { FlagsView } from './FlagsView.tsx'

/** What is said of a public, in the order in which one reads it. */
export function usePublicFields(): RecordField<TargetPublic>[] {
  const { t } = useTranslation('publics')
  const { t: name } = useTranslation('nomenclature')
  return [
    { as: 'text', field: 'name', label: t('field.name'), hint: t('nameHint'), isRequired: true },
    {
      as: 'some',
      field: 'flags',
      label: t('field.flags'),
      icon: 'people',
      empty: t('flagsEmpty'),
      View: FlagsView,
      options: PUBLIC_FLAGS.map((flag) => ({
        value: flag,
        label: t(`flag.${flag}`),
        symbol: <FlagSign flag={flag} />,
      })),
    },
    {
      as: 'flag',
      field: 'known',
      label: t('field.known'),
      icon: 'eye',
      yes: t('known'),
      no: t('unknown'),
    },
    {
      as: 'some',
      field: 'publics',
      label: t('field.publics'),
      icon: 'list',
      hint: t('publicsHint'),
      options: PUBLICS.map((one) => ({ value: one, label: name(`public.${one}`) })),
    },
    { as: 'text', field: 'note', label: t('field.note'), icon: 'edit', hint: t('noteHint'), isLong: true },
  ]
}
