import { useTranslation } from 'react-i18next'
import { APPROACHES } from '#contract/nomenclature'
import {
  DURATION_KINDS,
  ENTRY_MODES,
  OUTREACH_PURPOSES,
  OUTREACH_STATES,
  type Outreach,
} from '#contract/outreach'
import type { RecordField } from '#web/records/fields.ts'
import type { Names } from '#web/records/names.ts'
import { useAudienceField } from '#web/records/useAudienceField.ts'
import { ApproachesView } from './ApproachesView.tsx'
import { ConditionsEditor, ConditionsView } from './Conditions.tsx'
import { EthicsEditor, EthicsView } from './Ethics.tsx'
import { StopsEditor } from './StopsEditor.tsx'
import { StopsView } from './StopsView.tsx'

/** What is said of an action, in the order in which one reads it. */
export function useOutreachFields({ actors, reasons, publics }: Names): RecordField<Outreach>[] {
  const { t } = useTranslation('outreach')
  const { t: word } = useTranslation('assessments')
  const { t: name } = useTranslation('nomenclature')
  const { t: approach } = useTranslation('approaches')
  const { t: say } = useTranslation('records')
  const audience = useAudienceField<Outreach>()
  return [
    { as: 'text', field: 'name', label: t('field.name'), hint: t('nameHint'), isRequired: true },
    {
      as: 'one',
      field: 'state',
      label: t('field.state'),
      icon: 'waiting',
      options: OUTREACH_STATES.map((value) => ({
        value,
        label: t(`state.${value}`),
        detail: t(`stateWords.${value}`),
      })),
    },
    {
      as: 'text',
      field: 'description',
      label: t('field.description'),
      icon: 'info',
      hint: say('noPerson'),
      isLong: true,
    },
    {
      as: 'actors',
      field: 'actors',
      label: t('field.actors'),
      icon: 'people',
      empty: t('actorsEmpty'),
      actors,
      roles: (['lead', 'partner'] as const).map((value) => ({ value, label: t(`role.${value}`) })),
    },
    {
      as: 'own',
      field: 'stops',
      label: t('field.stops'),
      icon: 'pin',
      empty: t('stopsEmpty'),
      say: (stops: Outreach['stops']) =>
        stops.map(({ label, hours }) => [label, hours].filter(Boolean).join(' ')).join(' · '),
      View: StopsView,
      Editor: StopsEditor,
    },
    {
      as: 'some',
      field: 'publicIds',
      label: t('field.publicIds'),
      icon: 'person',
      options: publics,
      noneFound: t('noPublic'),
    },
    {
      as: 'one',
      field: 'entryMode',
      label: t('field.entryMode'),
      icon: 'exit',
      none: t('noEntryMode'),
      options: ENTRY_MODES.map((value) => ({ value, label: t(`entryMode.${value}`) })),
    },
    {
      as: 'own',
      field: 'conditions',
      label: t('field.conditions'),
      icon: 'check',
      isAlways: true,
      say: (conditions: Outreach['conditions']) =>
        Object.entries(conditions)
          .map(([one, said]) =>
            t('pair', {
              name: word(`condition.${one as 'initiative'}`),
              words: word(`state.${said.state}`),
            }),
          )
          .join(' · '),
      View: ConditionsView,
      Editor: ConditionsEditor,
    },
    {
      as: 'own',
      field: 'ethics',
      label: t('field.ethics'),
      icon: 'shield',
      isAlways: true,
      say: (ethics: Outreach['ethics']) =>
        Object.entries(ethics)
          .map(([one, answer]) => t('pair', { name: t(`principle.${one as 'listening'}`), words: answer }))
          .join(' · '),
      View: EthicsView,
      Editor: EthicsEditor,
    },
    {
      as: 'some',
      field: 'approaches',
      label: t('field.approaches'),
      icon: 'roles',
      options: APPROACHES.map((value) => ({
        value,
        label: name(`approach.${value}`),
        detail: approach(`card.${value}.what`),
      })),
      View: ApproachesView,
    },
    {
      as: 'some',
      field: 'purposes',
      label: t('field.purposes'),
      icon: 'arrowRight',
      options: OUTREACH_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) })),
    },
    { as: 'some', field: 'reasonIds', label: t('field.reasonIds'), icon: 'link', options: reasons },
    {
      as: 'one',
      field: 'durationKind',
      label: t('field.durationKind'),
      icon: 'clock',
      none: t('noDuration'),
      options: DURATION_KINDS.map((value) => ({
        value,
        label: t(`duration.${value}`),
        detail: t(`durationWords.${value}`),
      })),
    },
    { as: 'day', field: 'startsOn', label: t('field.startsOn'), icon: 'calendar' },
    { as: 'day', field: 'endsOn', label: t('field.endsOn'), icon: 'calendar' },
    ...audience,
  ]
}
