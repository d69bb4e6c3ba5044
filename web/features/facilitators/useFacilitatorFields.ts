import { useTranslation } from 'react-i18next'
import type { Facilitator } from '#contract/facilitators'
import type { RecordField } from '#web/records/fields.ts'
import type { Names } from '#web/records/names.ts'
import { useAudienceField } from '#web/records/useAudienceField.ts'
import { KindEditor } from './KindEditor.tsx'

/** What is said of a facilitator, in the order in which one reads it. */
export function useFacilitatorFields({
  actors,
  reasons,
  publics,
  bodies,
}: Names): RecordField<Facilitator>[] {
  const { t } = useTranslation('facilitators')
  const audience = useAudienceField<Facilitator>()
  return [
    { as: 'text', field: 'name', label: t('field.name'), hint: t('nameHint'), isRequired: true },
    {
      as: 'own',
      field: 'kind',
      label: t('field.kind'),
      icon: 'layers',
      say: (value: Facilitator['kind']) => t(`kind.${value}`),
      Editor: KindEditor,
    },
    {
      // Written together with the kind; here for the history to name it.
      as: 'flag',
      field: 'presentsItself',
      label: t('field.presentsItself'),
      yes: t('claim.yes'),
      no: t('claim.no'),
      isFor: () => false,
    },
    { as: 'text', field: 'description', label: t('field.description'), icon: 'info', isLong: true },
    {
      as: 'actors',
      field: 'actors',
      label: t('field.actors'),
      icon: 'people',
      empty: t('actorsEmpty'),
      actors,
      roles: [{ value: 'linked', label: t('field.actors') }],
    },
    {
      as: 'some',
      field: 'bodyIds',
      label: t('field.bodyIds'),
      icon: 'roles',
      options: bodies,
      noneFound: t('noBody'),
    },
    { as: 'some', field: 'reasonIds', label: t('field.reasonIds'), icon: 'link', options: reasons },
    {
      as: 'some',
      field: 'publicIds',
      label: t('field.publicIds'),
      icon: 'person',
      options: publics,
      noneFound: t('noPublic'),
    },
    { as: 'communes', field: 'communes', label: t('field.communes'), icon: 'territory' },
    { as: 'zones', field: 'zoneIds', label: t('field.zoneIds'), icon: 'draw' },
    ...audience,
  ]
}
