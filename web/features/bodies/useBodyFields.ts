import { useTranslation } from 'react-i18next'
import { BODY_FREQUENCIES, BODY_KINDS, BODY_ROLES, type Body } from '#contract/bodies'
import type { RecordField } from '#web/records/fields.ts'
import type { Names } from '#web/records/names.ts'
import { useAudienceField } from '#web/records/useAudienceField.ts'
import { AcronymEditor } from './AcronymEditor.tsx'

/** What is said of a body, in the order in which one reads it. */
export function useBodyFields({ actors, reasons }: Names): RecordField<Body>[] {
  const { t } = useTranslation('bodies')
  const audience = useAudienceField<Body>()
  return [
    { as: 'text', field: 'name', label: t('field.name'), hint: t('nameHint'), isRequired: true },
    {
      as: 'one',
      field: 'kind',
      label: t('field.kind'),
      icon: 'layers',
      options: BODY_KINDS.map((value) => ({
        value,
        label: t(`kind.${value}`),
        detail: t(`kindWords.${value}`),
      })),
    },
    {
      as: 'own',
      field: 'acronym',
      label: t('field.acronym'),
      icon: 'info',
      hint: t('acronymHint'),
      say: (value: string) => value,
      Editor: AcronymEditor,
    },
    {
      as: 'text',
      field: 'localMeaning',
      label: t('field.localMeaning'),
      icon: 'info',
      isFor: ({ acronym }) => acronym !== null,
      isRequired: true,
    },
    {
      as: 'actors',
      field: 'actors',
      label: t('field.actors'),
      icon: 'people',
      hint: t('actorsHint'),
      empty: t('actorsEmpty'),
      actors,
      emptyChair: 'absentee',
      roles: BODY_ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
    },
    {
      as: 'moment',
      field: 'nextMeeting',
      label: t('field.nextMeeting'),
      icon: 'calendar',
      empty: t('meetingEmpty'),
    },
    { as: 'text', field: 'meetingPlace', label: t('field.meetingPlace'), icon: 'pin' },
    {
      as: 'one',
      field: 'frequency',
      label: t('field.frequency'),
      icon: 'clock',
      none: t('noFrequency'),
      options: BODY_FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) })),
    },
    { as: 'text', field: 'purpose', label: t('field.purpose'), icon: 'file', isLong: true },
    { as: 'some', field: 'reasonIds', label: t('field.reasonIds'), icon: 'link', options: reasons },
    { as: 'communes', field: 'perimeterCommunes', label: t('field.perimeterCommunes'), icon: 'territory' },
    { as: 'text', field: 'perimeter', label: t('field.perimeter'), icon: 'territory' },
    { as: 'text', field: 'note', label: t('field.note'), icon: 'edit', hint: t('noteHint'), isLong: true },
    ...audience,
  ]
}
